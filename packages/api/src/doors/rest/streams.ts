import type { Context } from "../../base/context.ts";
import { AppError } from "../../base/errors.ts";
import { toRunId } from "../../base/ids.ts";
import type { StreamSlots } from "../../base/limits.ts";
import { findFloor } from "../../verbs/events/find-floor.ts";
import { tailEvents } from "../../verbs/events/tail-events.ts";
import { tailRun } from "../../verbs/events/tail-run.ts";
import type { RunView } from "../../verbs/runs/contract.ts";
import { getRun } from "../../verbs/runs/get-run.ts";
import { snapshotSession } from "../../verbs/sessions/snapshot-session.ts";
import { toEventJson } from "./json/event.ts";
import { toRunJson } from "./json/run.ts";
import { toSessionJson } from "./json/session.ts";
import type { RestParts } from "./parts.ts";
import { eventStream, sseHeaders, type SseMessage } from "./sse.ts";

/** Who reads a stream, from where, and until when. */
export interface StreamRequest {
  readonly ctx: Context;
  /** The last number already seen; absent: begin with a snapshot. */
  readonly after: number | undefined;
  readonly request: Request;
  readonly expiresAt: Date | undefined;
}

/** Opens event streams. */
export interface Streams {
  /** @throws {AppError} `not_found`; `rate_limited` when too many streams are open. */
  session(sessionId: string, reader: StreamRequest): Promise<Response>;
  /** 204 for a reader who has seen the end. @throws {AppError} the same. */
  run(runId: string, reader: StreamRequest): Promise<Response>;
}

const retryStreamAfterMs = 10_000;

/** The streams of one process, counted together. */
export function createStreams(parts: RestParts, slots: StreamSlots): Streams {
  return {
    async session(sessionId, reader) {
      const floor = await findFloor(reader.ctx, { sessionId });
      const after = reader.after === 0 ? floor : reader.after;
      return open(reader, false, (signal) =>
        untilDeleted(sessionMessages(parts, reader.ctx, sessionId, after, signal), sessionId),
      );
    },
    async run(runId, reader) {
      const run = await getRun(reader.ctx, { runId });
      return open(reader, run.endedAt !== null, (signal) => runMessages(parts, reader.ctx, run, reader.after, signal));
    },
  };

  /** `mayBeOver`: nothing may be left to say, so the answer waits for the first message, which is there or never comes. */
  async function open(
    reader: StreamRequest,
    mayBeOver: boolean,
    messages: (signal: AbortSignal) => AsyncGenerator<SseMessage>,
  ): Promise<Response> {
    const { ctx, request, expiresAt } = reader;
    if (request.method === "HEAD") return new Response(null, { headers: sseHeaders });
    const slot = slots.take(ctx.actor.userId);
    if (slot === undefined) {
      throw new AppError("rate_limited", "Too many event streams are open. Close one and try again.", {
        retryAfterMs: retryStreamAfterMs,
      });
    }
    const ending = new AbortController();
    const expiring = expiresAt && AbortSignal.timeout(Math.max(0, expiresAt.getTime() - Date.now()));
    const signal = AbortSignal.any([
      request.signal,
      ending.signal,
      ...(expiring ? [expiring] : []),
      ...(parts.stopping ? [parts.stopping] : []),
    ]);
    const source = untilExpiry(messages(signal), expiring);
    function end(): void {
      ending.abort();
      slot?.[Symbol.dispose]();
    }
    if (!mayBeOver) return eventStream(source, end);
    try {
      const first = await source.next();
      if (first.done !== true) return eventStream(startingWith(first.value, source), end);
      end();
      return new Response(null, { status: 204 });
    } catch (error) {
      end();
      throw error;
    }
  }
}

async function* startingWith(first: SseMessage, rest: AsyncGenerator<SseMessage>): AsyncGenerator<SseMessage> {
  yield first;
  yield* rest;
}

/** At the end of its token's time a stream says so, and a fresh token opens the next. */
async function* untilExpiry(
  messages: AsyncGenerator<SseMessage>,
  expiring: AbortSignal | undefined,
): AsyncGenerator<SseMessage> {
  yield* messages;
  if (expiring?.aborted === true) yield { event: "token.expired", data: {} };
}

/** A session may be deleted between two reads of its stream, and is then no longer found. */
async function* untilDeleted(messages: AsyncGenerator<SseMessage>, sessionId: string): AsyncGenerator<SseMessage> {
  try {
    yield* messages;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    yield { event: "session.deleted", data: { session_id: sessionId } };
  }
}

async function* sessionMessages(
  parts: RestParts,
  ctx: Context,
  sessionId: string,
  after: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<SseMessage> {
  let known = after ?? 0;
  async function snapshot(): Promise<SseMessage> {
    const { session, cursor } = await snapshotSession(ctx, { sessionId });
    known = cursor;
    return { event: "snapshot", data: { session: toSessionJson(session), cursor } };
  }
  if (after === undefined) yield await snapshot();
  for await (const batch of tailEvents(ctx, parts.hub, { sessionId, after: known }, signal)) {
    for (const item of batch) {
      if (item.type === "deleted") yield { event: "session.deleted", data: { session_id: sessionId } };
      else if (item.type === "resync") {
        yield { event: "resync", data: {} };
        yield await snapshot();
      } else if (item.event.seq > known)
        yield { event: item.event.kind, id: item.event.seq, data: toEventJson(item.event) };
    }
  }
}

async function* runMessages(
  parts: RestParts,
  ctx: Context,
  run: RunView,
  after: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<SseMessage> {
  if (after === undefined) yield { event: "snapshot", data: { run: toRunJson(run) } };
  if (run.sessionId === null) return;
  const from = after === undefined || after === 0 ? await findFloor(ctx, { sessionId: run.sessionId }) : after;
  for await (const batch of tailRun(parts.hub, { runId: run.id, sessionId: run.sessionId, after: from }, signal)) {
    for (const item of batch) {
      if (item.type === "deleted") yield { event: "session.deleted", data: { session_id: run.sessionId } };
      else if (item.type === "event")
        yield { event: item.event.kind, id: item.event.seq, data: toEventJson(item.event) };
      else yield* afresh(ctx, run.id);
    }
  }
}

/** What is left to say of a run whose events the log has dropped. */
async function* afresh(ctx: Context, runId: string): AsyncGenerator<SseMessage> {
  const run = await getRun(ctx, { runId });
  yield { event: "resync", data: {} };
  yield { event: "snapshot", data: { run: toRunJson(run) } };
  if (run.endedAt !== null)
    yield { event: "run.ended", data: { run_id: toRunId(run.id), status: run.status, error: run.error } };
}
