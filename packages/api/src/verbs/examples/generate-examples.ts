import { leads } from "@longhand/db";
import { parse, sampleLeads } from "@longhand/template";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError, notFound } from "../../base/errors.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { findDraft } from "../drafts/read-drafts.ts";
import { appendSessionEvents } from "../events/append-session-events.ts";
import { toLead } from "../leads/to-lead.ts";
import { claimRunOrRefuse } from "../runs/claim-run.ts";
import type { StartedRun } from "../runs/contract.ts";
import { orderRun } from "../runs/job-events.ts";
import { requireSession, type SessionRow } from "../sessions/access.ts";
import { findSkeleton, type SkeletonRecord } from "../skeletons/read-skeletons.ts";
import { loadCampaignLeads } from "../turns/load-leads.ts";
import type { GenerateExamplesInput } from "./contract.ts";
import { chooseGiven, chooseStored, toExamplesInput, type ChosenLead } from "./examples-input.ts";
import { setRunInput } from "./set-run-input.ts";

/** Leads picked when the caller names none. */
const picked = 5;

/**
 * Order written emails for leads, one by one, by a run of their own. The choice
 * of leads is fixed now; their values are read when they are written for.
 *
 * @throws {AppError} `not_found` for the session or any of `leadIds`; `session_busy`; `no_skeleton`; `invalid_input` when there is nobody to write for.
 */
export async function generateExamples(ctx: Context, input: GenerateExamplesInput): Promise<StartedRun> {
  const runId = await inTransaction(ctx, async (tx) => {
    const session = await requireSession(tx, input.sessionId);
    const named = input.leadIds === undefined ? undefined : await requireLeads(tx, session.campaignId, input.leadIds);
    const id = await claimRunOrRefuse(tx, { sessionId: input.sessionId, kind: "examples", input: null });
    const skeleton = await findSkeleton(tx, input.sessionId);
    if (skeleton === undefined || skeleton.content === null)
      throw new AppError("no_skeleton", "Session has no framework yet. Chat first to create one.");
    const chosen = named ?? input.leads?.map(chooseGiven) ?? (await pickLeads(tx, session, skeleton));
    if (chosen.length === 0)
      throw new AppError("invalid_input", "The campaign has no leads yet. Add leads, or send some along.", {
        issues: [{ path: "/leads", message: "is empty" }],
      });
    await setRunInput(
      tx,
      id,
      toExamplesInput({ isFirstBatch: input.isFirstBatch, leads: chosen, sequenceContext: input.sequenceContext }),
    );
    await appendSessionEvents(tx, input.sessionId, [
      { kind: "run.queued", runId: id, payload: { runId: id, kind: "examples", messageId: null } },
    ]);
    await orderRun(tx, { runId: id, dispatchId: 1, userId: tx.actor.userId, kind: "examples" });
    return id;
  });
  return {
    runId,
    publicAccessToken: await ctx.runTokens.issue({ id: runId, sessionId: input.sessionId, userId: ctx.actor.userId }),
  };
}

/** The campaign's leads with these ids, in the order asked for; one that is foreign or absent refuses them all. */
async function requireLeads(tx: TxContext, campaignId: string, ids: readonly string[]): Promise<ChosenLead[]> {
  const rows = await tx.db
    .select()
    .from(leads)
    .where(and(eq(leads.campaignId, campaignId), inArray(leads.id, [...ids])));
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    if (row === undefined) throw notFound("Lead");
    return chooseStored(toLead(row));
  });
}

/** Telling leads: the emptiest, the longest, the oddest, then one of each segment. */
async function pickLeads(tx: TxContext, session: SessionRow, skeleton: SkeletonRecord): Promise<ChosenLead[]> {
  const { leads: all } = await loadCampaignLeads(tx, session.campaignId);
  const draft = await findDraft(tx, session.id);
  const texts = [draft?.subject ?? skeleton.content?.subject ?? "", draft?.body ?? skeleton.content?.body ?? ""];
  const byId = new Map(all.map((lead) => [lead.id, lead]));
  return sampleLeads(
    all,
    texts.map((text) => parse(text)),
    picked,
  ).flatMap((pick) => {
    const lead = byId.get(pick.lead_id ?? "");
    return lead === undefined ? [] : [chooseStored(lead)];
  });
}
