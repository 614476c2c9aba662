import type { Context } from "../../base/context.ts";
import { AppError } from "../../base/errors.ts";
import type { Hub } from "../../base/hub.ts";
import { tailRun } from "../events/tail-run.ts";
import type { RunView, StartedRun } from "../runs/contract.ts";
import { getRun } from "../runs/get-run.ts";
import type { SessionView } from "../sessions/contract.ts";
import { createSession } from "../sessions/create-session.ts";
import { getSession } from "../sessions/get-session.ts";
import type { SampleLead, SequenceContext } from "../turns/contract.ts";
import { startTurn } from "../turns/start-turn.ts";

/** One turn, asked for by campaign and node. */
export interface GenerateContentInput {
  readonly campaignId: string;
  readonly nodeId: string;
  readonly message: string;
  readonly sampleLeads?: SampleLead[] | undefined;
  readonly sequenceContext?: SequenceContext | undefined;
}

/** What came of it: the session with its answer, or the run that is still at work (or was cancelled). */
export type GeneratedContent =
  | {
      readonly kind: "written";
      readonly session: SessionView;
      readonly assistantMessage: string | null;
      readonly skeletonUpdated: boolean;
    }
  | { readonly kind: "working"; readonly run: RunView; readonly started: StartedRun; readonly sessionId: string };

/** A caller waits this long at most; most proxies cut a silent answer off at 60 s or later. */
const waitMs = 60_000;

/**
 * Hold one turn with a node's session, which is opened when there is none, and wait for its end up to 60 s. The run goes
 * on when the caller leaves.
 *
 * @throws {AppError} what `createSession` and `startTurn` throw, but for `session_exists`; `upstream_failed` when the run fails.
 */
export async function generateContent(
  ctx: Context,
  hub: Hub,
  input: GenerateContentInput,
  signal: AbortSignal,
): Promise<GeneratedContent> {
  const before = await openSession(ctx, input);
  const { message, sampleLeads, sequenceContext } = input;
  const started = await startTurn(ctx, { sessionId: before.id, message, sampleLeads, sequenceContext });
  const waiting = AbortSignal.any([signal, AbortSignal.timeout(waitMs)]);
  for await (const _ of tailRun(hub, { runId: started.runId, sessionId: before.id, after: 0 }, waiting));
  const run = await getRun(ctx, { runId: started.runId });
  if (run.status === "failed")
    throw new AppError("upstream_failed", run.error?.message ?? "The turn failed. Try again.", {
      runId: run.id,
      sessionId: before.id,
    });
  if (run.status !== "succeeded") return { kind: "working", run, started, sessionId: before.id };
  const session = await getSession(ctx, { sessionId: before.id });
  const answer = session.messages?.findLast((said) => said.role === "assistant" && said.runId === run.id);
  return {
    kind: "written",
    session,
    assistantMessage: answer?.content ?? null,
    skeletonUpdated: session.frameworkVersion !== before.frameworkVersion,
  };
}

async function openSession(ctx: Context, input: GenerateContentInput): Promise<SessionView> {
  try {
    return await createSession(ctx, { campaignId: input.campaignId, nodeId: input.nodeId });
  } catch (error) {
    const held = error instanceof AppError && error.code === "session_exists" ? error.details.sessionId : undefined;
    if (held === undefined) throw error;
    return getSession(ctx, { sessionId: held });
  }
}
