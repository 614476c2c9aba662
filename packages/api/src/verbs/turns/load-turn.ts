import { aiChatSessions, campaigns, chatMessages, runs } from "@longhand/db";
import { fieldProfile, type Lead } from "@longhand/template";
import type { Brief, DialogueMessage, DraftState, Json, SkeletonState, TurnState } from "@longhand/writer";
import { and, asc, eq, isNull, lt } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import { readContext } from "../context/read-context.ts";
import { readDrafts, type DraftRecord } from "../drafts/read-drafts.ts";
import type { MessageDetails } from "../sessions/contract.ts";
import { readSkeletons, type SkeletonRecord } from "../skeletons/read-skeletons.ts";
import { loadCampaignLeads } from "./load-leads.ts";
import { loadSequence } from "./load-sequence.ts";
import { toSampleLead } from "./sample-lead.ts";
import { readTurnInput, type TurnInput } from "./turn-input.ts";

/** Earlier drafts and skeletons a turn may go back to. */
const historyKept = 50;

/** Everything a turn may know, read now: nothing from the time it was asked for is trusted but the request itself. */
export async function loadTurn(ctx: Context, runId: string): Promise<TurnState> {
  const { run, session, message } = await requireTurn(ctx, runId);
  const input = readTurnInput(run.input);
  const [campaign] = await ctx.db.select().from(campaigns).where(eq(campaigns.id, session.campaignId));
  if (campaign === undefined) throw notFound("Campaign");
  const sequence = await loadSequence(ctx, session.campaignId, session.nodeId, input.sequenceContext);
  const company = await readContext(ctx);
  const { leads, total } = await loadTurnLeads(ctx, session.campaignId, input);
  const skeletons = (await readSkeletons(ctx, session.id)).map(toSkeletonState);
  const drafts = (await readDrafts(ctx, session.id)).map(toDraftState);
  const brief: unknown = session.brief ?? {};
  return {
    campaign: { name: campaign.name, signature: campaign.signature, sender: campaign.sender },
    node: {
      id: session.nodeId,
      type: sequence.node.type === "ai" ? "ai" : "email",
      purpose: sequence.node.purpose,
      place: sequence.place,
      emails: sequence.emails,
      days_since_previous: sequence.daysSincePrevious,
    },
    facts: company.facts,
    banned_phrases: company.bannedPhrases,
    required_phrases: company.requiredPhrases,
    other_emails: sequence.others,
    lead_count: total,
    field_profile: fieldProfile(leads),
    available_variables: input.availableVarNames ?? null,
    session: {
      id: session.id,
      revision: session.revision,
      brief: brief as Brief,
      skeleton: skeletons.at(-1) ?? null,
      skeleton_history: skeletons
        .slice(0, -1)
        .filter((version) => version !== null)
        .slice(-historyKept),
      draft: drafts.at(-1) ?? null,
      draft_history: drafts
        .slice(0, -1)
        .filter((version) => version !== null)
        .slice(-historyKept),
      dialogue: await loadDialogue(ctx, session.id, message.ordinal),
    },
    request: {
      message_id: message.id,
      message: message.content,
      ...(input.selection && { selection: input.selection }),
    },
  };
}

/** The leads a turn is checked against: those of the request, else the campaign's. */
export async function loadTurnLeads(
  ctx: Context,
  campaignId: string,
  input: TurnInput,
): Promise<{ leads: readonly Lead[]; total: number }> {
  if (input.sampleLeads === undefined || input.sampleLeads.length === 0) return loadCampaignLeads(ctx, campaignId);
  return { leads: input.sampleLeads.map(toSampleLead), total: input.sampleLeads.length };
}

/**
 * A chat run with its session and the message it answers.
 *
 * @throws {AppError} `not_found` when any of them is gone.
 */
export async function requireTurn(ctx: Context, runId: string) {
  const [row] = await ctx.db
    .select({ run: runs, session: aiChatSessions, message: chatMessages })
    .from(runs)
    .innerJoin(aiChatSessions, eq(aiChatSessions.id, runs.sessionId))
    .innerJoin(chatMessages, and(eq(chatMessages.runId, runs.id), eq(chatMessages.role, "user")))
    .where(and(eq(runs.id, runId), eq(runs.userId, ctx.actor.userId)));
  if (row === undefined) throw notFound("Run");
  return row;
}

async function loadDialogue(ctx: Context, sessionId: string, before: number): Promise<DialogueMessage[]> {
  const rows = await ctx.db
    .select()
    .from(chatMessages)
    .where(and(eq(chatMessages.sessionId, sessionId), lt(chatMessages.ordinal, before), isNull(chatMessages.retiredAt)))
    .orderBy(asc(chatMessages.ordinal));
  return rows.map((row) => {
    const details: unknown = row.details;
    const question = (details as MessageDetails | null)?.question;
    return {
      id: row.id,
      role: row.role === "assistant" ? "assistant" : "user",
      content: row.content,
      ...(question && { question }),
    };
  });
}

/** A stored skeleton as the writer reads it; null where it was cleared. */
export function toSkeletonState(record: SkeletonRecord): SkeletonState | null {
  if (record.content === null) return null;
  return { framework_version: record.frameworkVersion, skeleton: record.content, author: toStateAuthor(record.author) };
}

/** A stored draft as the writer reads it; null where it was cleared. */
export function toDraftState(record: DraftRecord): DraftState | null {
  if (record.subject === null && record.body === null) return null;
  return {
    number: record.number,
    revision: record.revision,
    subject: record.subject ?? "",
    body: record.body ?? "",
    framework_version: record.frameworkVersion,
    author: toStateAuthor(record.author),
    block_spans:
      record.blockSpans?.flatMap((span) =>
        span.block_id === null ? [] : [{ block_id: span.block_id, from: span.from, to: span.to }],
      ) ?? null,
    notes: (record.notes ?? null) as Json,
    claims: record.claims,
    evidence: record.evidence,
  };
}

function toStateAuthor(author: string): DraftState["author"] {
  return author === "ai" || author === "restore" ? author : "person";
}
