import type { SessionEvent } from "@longhand/api/contract";
import type { Message, Snapshot } from "../../lib/wire.ts";
import { runOf, type Live, type LiveRun } from "./live.ts";
import { isPart, reducePart } from "./parts.ts";

/**
 * The session after one more event of its log. Pure, and exhaustive over the kinds the contract names.
 *
 * An event already seen changes nothing (the same object comes back), so batches, repeats and reconnects
 * at any point end in one state. Numbers may be missing: the words of a committed step leave the log.
 */
export function reduce(live: Live, event: SessionEvent): Live {
  if (event.seq <= live.cursor) return live;
  const seen = { ...live, cursor: event.seq };
  if (isPart(event))
    return live.run === null || event.runId !== live.run.id ? seen : { ...seen, steps: reducePart(live.steps, event) };
  if (event.seq <= live.settled) return seen;
  return { ...reduceFact(seen, event), since: [...live.since, event] };
}

/** Take a newer snapshot's facts, then tell it those that are newer still. An older snapshot changes nothing. */
export function adopt(live: Live, { session, cursor }: Snapshot): Live {
  if (cursor < live.settled) return live;
  const since = live.since.filter((event) => event.seq > cursor);
  const told = since.reduce(reduceFact, {
    ...live,
    session,
    settled: cursor,
    run: runOf(session),
    since,
    usage: session.lastRun?.usage ?? live.usage,
  });
  return { ...told, steps: told.run !== null && told.run.id === live.run?.id ? live.steps : [] };
}

function reduceFact(live: Live, event: SessionEvent): Live {
  switch (event.kind) {
    case "run.queued":
    case "run.started": {
      const { runId, kind } = event.payload;
      const run: LiveRun = {
        id: runId,
        kind,
        status: event.kind === "run.queued" ? "queued" : "running",
        progress: live.run?.id === runId ? live.run.progress : null,
      };
      const messageId = event.kind === "run.queued" ? event.payload.messageId : null;
      const claimed =
        messageId === null
          ? live
          : withMessages(live, (message) =>
              message.id === messageId ? { ...message, runId, status: "pending" } : message,
            );
      return { ...claimed, run, steps: live.run?.id === runId ? live.steps : [] };
    }
    case "run.progress":
      return progress(live, event.payload.runId, event.payload.done, event.payload.total);
    case "run.ended": {
      if (live.run !== null && live.run.id !== event.payload.runId) return live;
      const { runId, status } = event.payload;
      const said = status === "succeeded" ? "complete" : status === "failed" ? "failed" : "cancelled";
      const told = withMessages(live, (message) =>
        message.runId === runId && message.role === "user" ? { ...message, status: said } : message,
      );
      return { ...told, run: null, steps: [], wanted: event.seq };
    }
    case "message.added": {
      const { question, ...message } = event.payload;
      const known = live.session.messages?.find((other) => other.id === message.id);
      const added: Message = { ...message, details: known?.details ?? (question === null ? null : { question }) };
      const messages = live.session.messages ?? [];
      return {
        ...live,
        session: {
          ...live.session,
          messages:
            known === undefined
              ? [...messages, added]
              : messages.map((other) => (other.id === added.id ? added : other)),
        },
      };
    }
    case "check.findings":
      return { ...live, session: { ...live.session, checks: event.payload } };
    case "usage":
      return { ...live, usage: event.payload };
    case "example.written":
      return { ...progress(live, live.run?.id, event.payload.done, event.payload.total), wanted: event.seq };
    case "artifact.version": {
      const { target } = event.payload;
      return {
        ...live,
        wanted: event.seq,
        steps: live.steps.map((step) => (step.preview?.target === target ? { ...step, preview: null } : step)),
      };
    }
    case "proposal.opened":
    case "proposal.decided":
    case "session.updated":
      return { ...live, wanted: event.seq };
    case "step.begin":
    case "text.delta":
    case "artifact.preview":
    case "tool.note":
    case "step.commit":
    case "model.changed":
      return live;
    default:
      // A newer server may tell of more; an unknown kind only moves the cursor.
      event satisfies never;
      return live;
  }
}

function progress(live: Live, runId: string | undefined, done: number, total: number): Live {
  return live.run === null || live.run.id !== runId
    ? live
    : { ...live, run: { ...live.run, status: "running", progress: { done, total } } };
}

function withMessages(live: Live, change: (message: Message) => Message): Live {
  return live.session.messages === null
    ? live
    : { ...live, session: { ...live.session, messages: live.session.messages.map(change) } };
}
