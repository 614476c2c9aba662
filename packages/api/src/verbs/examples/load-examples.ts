import { aiChatSessions, campaigns, leads, runs } from "@longhand/db";
import type { Lead } from "@longhand/template";
import type { Brief, ExampleLead, ExamplesState } from "@longhand/writer";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError, notFound } from "../../base/errors.ts";
import { readContext } from "../context/read-context.ts";
import { findDraft } from "../drafts/read-drafts.ts";
import { toLead } from "../leads/to-lead.ts";
import { findSkeleton } from "../skeletons/read-skeletons.ts";
import { loadSequence } from "../turns/load-sequence.ts";
import { toDraftState, toSkeletonState } from "../turns/load-turn.ts";
import { readExamplesInput, type ChosenLead, type ExamplesInput } from "./examples-input.ts";

/** The versions an example's words rest on; a draft number of 0 means that there was none. */
export interface RestsOn {
  readonly frameworkVersion: number;
  readonly draftNumber: number;
}

/** What an examples run writes from, read now, and the versions that was. */
export async function loadExamples(ctx: Context, runId: string): Promise<{ state: ExamplesState; restsOn: RestsOn }> {
  const { session, input } = await requireExamplesRun(ctx, runId);
  const [campaign] = await ctx.db.select().from(campaigns).where(eq(campaigns.id, session.campaignId));
  const record = await findSkeleton(ctx, session.id);
  const skeleton = record && toSkeletonState(record);
  if (campaign === undefined) throw notFound("Campaign");
  if (!skeleton) throw new AppError("no_skeleton", "Session has no framework any more. Chat first to create one.");
  const draft = await findDraft(ctx, session.id);
  const company = await readContext(ctx);
  const sequence = await loadSequence(ctx, session.campaignId, session.nodeId, input.sequenceContext);
  const brief: unknown = session.brief ?? {};
  const state: ExamplesState = {
    skeleton,
    draft: draft === undefined ? null : toDraftState(draft),
    sender: campaign.sender,
    signature: campaign.signature,
    facts: company.facts,
    banned_phrases: company.bannedPhrases,
    brief: brief as Brief,
    place: sequence.place,
    emails: sequence.emails,
    total: input.leads.length,
  };
  return { state, restsOn: { frameworkVersion: skeleton.framework_version, draftNumber: draft?.number ?? 0 } };
}

/** Leads `from` to `to` (exclusive) of a run. Stored ones are read now; one deleted meanwhile is written for as it was when chosen. */
export async function loadExampleLeads(
  ctx: Context,
  runId: string,
  from: number,
  to: number,
): Promise<readonly ExampleLead[]> {
  const { session, input } = await requireExamplesRun(ctx, runId);
  return readChosen(ctx, session.campaignId, input.leads.slice(from, to));
}

/** The present values of chosen leads. */
export async function readChosen(
  ctx: Context,
  campaignId: string,
  chosen: readonly ChosenLead[],
): Promise<readonly ExampleLead[]> {
  const ids = chosen.flatMap((lead) => lead.leadId ?? []);
  const rows =
    ids.length === 0
      ? []
      : await ctx.db
          .select()
          .from(leads)
          .where(and(eq(leads.campaignId, campaignId), inArray(leads.id, ids)));
  const stored = new Map(rows.map((row) => [row.id, toLead(row)]));
  return chosen.map(({ key, leadId, lead }) => {
    const kept: Lead = lead;
    return { key, lead: stored.get(leadId ?? "") ?? kept };
  });
}

/**
 * An examples run with its session and what it keeps of its request.
 *
 * @throws {AppError} `not_found` when it is gone.
 */
export async function requireExamplesRun(
  ctx: Context,
  runId: string,
): Promise<{ session: typeof aiChatSessions.$inferSelect; input: ExamplesInput }> {
  const [row] = await ctx.db
    .select({ run: runs, session: aiChatSessions })
    .from(runs)
    .innerJoin(aiChatSessions, eq(aiChatSessions.id, runs.sessionId))
    .where(and(eq(runs.id, runId), eq(runs.userId, ctx.actor.userId)));
  if (row === undefined) throw notFound("Run");
  return { session: row.session, input: readExamplesInput(row.run.input) };
}
