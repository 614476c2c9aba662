import { aiChatSessions, campaignSequenceNodes, draftVersions } from "@longhand/db";
import type { Brief, Json, OtherEmail } from "@longhand/writer";
import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import type { SequenceContext } from "./contract.ts";

type Node = typeof campaignSequenceNodes.$inferSelect;

/** Where an email stands in its campaign, and what the others say. */
export interface SequencePlace {
  readonly node: Node;
  /** 1-based place among the campaign's emails. */
  readonly place: number;
  readonly emails: number;
  /** Whole days since the email before; 0 for the first. */
  readonly daysSincePrevious: number;
  readonly others: readonly OtherEmail[];
}

/**
 * Read a node's place. A removed node keeps the place it had. What a caller says
 * about the sequence takes the place of what is stored.
 */
export async function loadSequence(
  ctx: Context,
  campaignId: string,
  nodeId: string,
  told: SequenceContext | undefined,
): Promise<SequencePlace> {
  const nodes = await ctx.db
    .select()
    .from(campaignSequenceNodes)
    .where(
      and(
        eq(campaignSequenceNodes.campaignId, campaignId),
        or(isNull(campaignSequenceNodes.removedAt), eq(campaignSequenceNodes.id, nodeId)),
      ),
    )
    .orderBy(asc(campaignSequenceNodes.position), asc(campaignSequenceNodes.createdAt));
  const node = nodes.find((candidate) => candidate.id === nodeId);
  if (node === undefined) throw notFound("Node");
  const emails = nodes.filter(isEmail);
  const place = emails.findIndex((email) => email.id === nodeId) + 1;
  const daysSincePrevious = place <= 1 ? 0 : daysBefore(nodes, nodeId);
  if (told !== undefined) {
    const toldPlace = told.priorNodes.length > 0 ? told.priorNodes.length + 1 : told.position + 1;
    const others = told.priorNodes.map((prior, index) => ({
      place: index + 1,
      subject: prior.subject,
      body: prior.body,
      purpose: prior.purpose ?? null,
      brief: null,
      notes: null,
    }));
    return { node, place: toldPlace, emails: Math.max(told.totalNodes, toldPlace), daysSincePrevious, others };
  }
  return { node, place, emails: emails.length, daysSincePrevious, others: await otherEmails(ctx, emails, nodeId) };
}

/** What each other email says by now: its session's newest draft, else what stands on the node. */
async function otherEmails(ctx: Context, emails: readonly Node[], nodeId: string): Promise<OtherEmail[]> {
  const others = emails.flatMap((email, index) => (email.id === nodeId ? [] : [{ email, place: index + 1 }]));
  if (others.length === 0) return [];
  const drafts = await ctx.db
    .selectDistinctOn([draftVersions.sessionId], {
      nodeId: aiChatSessions.nodeId,
      brief: aiChatSessions.brief,
      subject: draftVersions.subject,
      body: draftVersions.body,
      notes: draftVersions.notes,
    })
    .from(draftVersions)
    .innerJoin(aiChatSessions, eq(aiChatSessions.id, draftVersions.sessionId))
    .where(
      inArray(
        aiChatSessions.nodeId,
        others.map(({ email }) => email.id),
      ),
    )
    .orderBy(draftVersions.sessionId, desc(draftVersions.number));
  return others.map(({ email, place }) => {
    const draft = drafts.find((candidate) => candidate.nodeId === email.id && candidate.body !== null);
    const brief: unknown = draft?.brief ?? null;
    return {
      place,
      subject: draft === undefined ? email.subject : draft.subject,
      body: draft === undefined ? email.body : draft.body,
      purpose: email.purpose,
      brief: brief as Brief | null,
      notes: (draft?.notes ?? null) as Json,
    };
  });
}

function isEmail(node: Node): boolean {
  return node.type === "email" || node.type === "ai";
}

function daysBefore(nodes: readonly Node[], nodeId: string): number {
  const at = nodes.findIndex((node) => node.id === nodeId);
  const before = nodes.slice(0, at).findLastIndex(isEmail);
  const minutes = nodes
    .slice(before + 1, at)
    .reduce(
      (total, node) =>
        total + (node.type === "delay" ? node.delayDays * 1440 + node.delayHours * 60 + node.delayMinutes : 0),
      0,
    );
  return Math.round(minutes / 1440);
}
