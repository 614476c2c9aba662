import { campaigns } from "@longhand/db";
import { and, desc, eq, getTableColumns, sql, type SQL } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { campaignStatuses, type CampaignStatus, type CampaignView } from "./contract.ts";

/** A campaign with what it holds counted, and its instant of creation as Postgres text (a Date would lose its microseconds). */
export interface LoadedCampaign {
  readonly view: CampaignView;
  readonly instant: string;
}

// Written out with the outer table's name: drizzle leaves it off in a single-table select, and "id" would then be the inner table's.
const nodesOf = sql.raw(
  `from campaign_sequence_nodes n where n.campaign_id = "campaigns"."id" and n.removed_at is null`,
);
const drafted = sql.raw(`btrim(coalesce(n.subject, '')) <> '' and btrim(coalesce(n.body, '')) <> ''`);

const counted = {
  instant: sql<string>`${campaigns.createdAt}::text`,
  leadCount: sql<number>`(select count(*)::int from leads l where l.campaign_id = "campaigns"."id")`,
  nodeCount: sql<number>`(select count(*)::int ${nodesOf})`,
  emailCount: sql<number>`(select count(*)::int ${nodesOf} and n.type in ('email','ai'))`,
  draftedCount: sql<number>`(select count(*)::int ${nodesOf} and n.type in ('email','ai') and ${drafted})`,
  sessionCount: sql<number>`(select count(*)::int from ai_chat_sessions s where s.campaign_id = "campaigns"."id")`,
};

/** The actor's campaigns that meet a condition, newest first. */
export async function loadCampaigns(
  ctx: Context,
  condition: SQL | undefined,
  limit: number,
): Promise<LoadedCampaign[]> {
  const rows = await ctx.db
    .select({ ...getTableColumns(campaigns), ...counted })
    .from(campaigns)
    .where(and(eq(campaigns.userId, ctx.actor.userId), condition))
    .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
    .limit(limit);
  return rows.map((row) => ({
    instant: row.instant,
    view: {
      id: row.id,
      userId: row.userId,
      type: "email",
      name: row.name,
      status: toStatus(row.status),
      signature: row.signature,
      sender: {
        firstName: row.sender.first_name,
        lastName: row.sender.last_name,
        company: row.sender.company,
        email: row.sender.email,
      },
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      stats: {
        leadCount: row.leadCount,
        nodeCount: row.nodeCount,
        emailCount: row.emailCount,
        draftedCount: row.draftedCount,
        sessionCount: row.sessionCount,
      },
      revision: row.revision,
    },
  }));
}

function toStatus(stored: string): CampaignStatus {
  const status = campaignStatuses.find((known) => known === stored);
  if (status === undefined) throw new Error(`unknown campaign status ${stored}`);
  return status;
}
