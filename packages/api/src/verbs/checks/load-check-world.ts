import { campaigns, campaignSequenceNodes, leads } from "@longhand/db";
import type { Lead, Sender } from "@longhand/template";
import type { CheckSettings, EmailKind, SequenceInput } from "@longhand/template/checks";
import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { readContext, type CompanyContext } from "../context/read-context.ts";
import { toLead } from "../leads/to-lead.ts";

/** What the checks of one node's draft look at beside the draft itself. */
export interface CheckWorld {
  readonly kind: EmailKind;
  readonly sender: Sender;
  readonly leads: readonly Lead[];
  /** All leads of the campaign; more than `leads` holds when there are many. */
  readonly leadCount: number;
  readonly sequence: SequenceInput;
  readonly company: CompanyContext;
  readonly settings: CheckSettings;
}

/** Read what checks need, with at most `limit` leads in order of arrival. */
export async function loadCheckWorld(
  ctx: Context,
  campaignId: string,
  nodeId: string,
  limit: number,
): Promise<CheckWorld> {
  const [campaign] = await ctx.db
    .select({ sender: campaigns.sender })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  const nodes = await ctx.db
    .select()
    .from(campaignSequenceNodes)
    .where(and(eq(campaignSequenceNodes.campaignId, campaignId), isNull(campaignSequenceNodes.removedAt)))
    .orderBy(asc(campaignSequenceNodes.position));
  const rows = await ctx.db
    .select()
    .from(leads)
    .where(eq(leads.campaignId, campaignId))
    .orderBy(asc(leads.createdAt), asc(leads.id))
    .limit(limit);
  const [total] = await ctx.db.select({ total: count() }).from(leads).where(eq(leads.campaignId, campaignId));
  const company = await readContext(ctx);
  const current = nodes.findIndex((node) => node.id === nodeId);
  return {
    kind: emailKind(nodes, nodeId),
    sender: campaign?.sender ?? {},
    leads: rows.map(toLead),
    leadCount: total?.total ?? 0,
    sequence: {
      nodes: nodes.map((node) => ({
        id: node.id,
        type: nodeType(node.type),
        subject: node.subject,
        body: node.body,
        delay_minutes: node.delayDays * 1440 + node.delayHours * 60 + node.delayMinutes,
      })),
      ...(current === -1 ? {} : { current }),
    },
    company,
    settings: {
      ...(company.bannedPhrases.length > 0 && { banned_phrases: [...company.bannedPhrases] }),
      ...(company.requiredPhrases.length > 0 && { required_phrases: [...company.requiredPhrases] }),
    },
  };
}

function nodeType(type: string): "email" | "ai" | "delay" | "end" {
  return type === "ai" || type === "delay" || type === "end" ? type : "email";
}

/** The last of three or more emails says goodbye; the first opens; the others follow up. */
export function emailKind(nodes: readonly { readonly id: string; readonly type: string }[], nodeId: string): EmailKind {
  const emails = nodes.filter((node) => node.type === "email" || node.type === "ai");
  const place = emails.findIndex((node) => node.id === nodeId);
  if (place <= 0) return "first";
  return emails.length >= 3 && place === emails.length - 1 ? "last" : "follow_up";
}
