import { leads } from "@longhand/db";
import type { Lead } from "@longhand/template";
import { asc, count, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { toLead } from "../leads/to-lead.ts";

/** Leads that a turn looks at, at most: enough for any profile or gap, little enough for a second of work. */
const leadsPerTurn = 5_000;

/** A campaign's first leads in order of arrival, and how many there are in all. */
export async function loadCampaignLeads(
  ctx: Context,
  campaignId: string,
): Promise<{ leads: readonly (Lead & { readonly id: string })[]; total: number }> {
  const rows = await ctx.db
    .select()
    .from(leads)
    .where(eq(leads.campaignId, campaignId))
    .orderBy(asc(leads.createdAt), asc(leads.id))
    .limit(leadsPerTurn);
  if (rows.length < leadsPerTurn) return { leads: rows.map(toLead), total: rows.length };
  const [all] = await ctx.db.select({ total: count() }).from(leads).where(eq(leads.campaignId, campaignId));
  return { leads: rows.map(toLead), total: all?.total ?? rows.length };
}
