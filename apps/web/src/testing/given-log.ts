import type { SessionEvent, SessionEventBody } from "@longhand/api/contract";
import type { Message, Run, Session, Snapshot } from "../lib/wire.ts";

/** A log as a server writes it, with the snapshot that it would answer after each event. */
export interface LogWorld {
  readonly events: readonly SessionEvent[];
  snapshotAt(cursor: number): Snapshot;
  lastAttempt(runId: string | null, step: string | null): number;
}

const instant = "2026-09-01T08:00:00.000Z";

export const emptySession: Session = {
  id: "018f0000-0000-7000-8000-000000000001",
  userId: "018f0000-0000-7000-8000-000000000002",
  campaignId: "018f0000-0000-7000-8000-000000000003",
  nodeId: "018f0000-0000-7000-8000-000000000004",
  title: null,
  draftSubject: null,
  draftBody: null,
  skeleton: null,
  frameworkVersion: null,
  taskStatus: null,
  createdAt: instant,
  updatedAt: instant,
  revision: 1,
  draftVersion: null,
  proposal: null,
  lastRun: null,
  checks: null,
  messages: null,
  skeletonHistory: null,
  draftHistory: null,
  generatedExamples: null,
  draftAuthor: null,
  skeletonAuthor: null,
};

/** A made-up but lawful log of a few turns: steps with lost attempts, commits, versions, failures, a turn at work at the end. */
export function givenLog(seed: number): LogWorld {
  const random = randomFrom(seed);
  const events: SessionEvent[] = [];
  const sessions: Session[] = [emptySession];
  let session = emptySession;
  const attempts = new Map<string, number>();

  function add(
    body: SessionEventBody,
    of: { readonly runId: string | null; readonly step: string | null; readonly attempt: number | null },
    next: Partial<Session> = {},
  ): void {
    session = { ...session, ...next };
    sessions.push(session);
    events.push({ ...body, ...of, seq: events.length + 1, createdAt: instant } as SessionEvent);
  }
  function message(part: Pick<Message, "id" | "role" | "content" | "status" | "runId">): {
    body: SessionEventBody;
    next: Partial<Session>;
  } {
    const full: Message = { ...part, createdAt: instant, details: null };
    return {
      body: { kind: "message.added", payload: { ...part, createdAt: instant, question: null } },
      next: { messages: [...(session.messages ?? []), full] },
    };
  }
  function run(part: Pick<Run, "id" | "status">): Run {
    return {
      sessionId: session.id,
      campaignId: session.campaignId,
      kind: "chat",
      progress: null,
      error: null,
      usage: null,
      startedAt: null,
      endedAt: null,
      createdAt: instant,
      ...part,
    };
  }
  const turns = 1 + (random() % 3);
  for (let turn = 1; turn <= turns; turn++) {
    const runId = `run-${turn}`;
    const ofRun = { runId, step: null, attempt: null };
    const asked = message({ id: `user-${turn}`, role: "user", content: `Wish ${turn}`, status: "pending", runId });
    // Claim, message and both events are one transaction: no snapshot falls between them.
    const queued = {
      ...asked.next,
      taskStatus: "chat_processing" as const,
      lastRun: run({ id: runId, status: "queued" }),
    };
    add(asked.body, ofRun, queued);
    add({ kind: "run.queued", payload: { runId, kind: "chat", messageId: `user-${turn}` } }, ofRun);
    add({ kind: "run.started", payload: { runId, kind: "chat" } }, ofRun, {
      lastRun: run({ id: runId, status: "running" }),
    });
    const steps = random() % 4;
    for (let step = 1; step <= steps; step++) {
      const last = 1 + (random() % 3);
      attempts.set(`${runId}.llm-${step}`, last);
      for (let attempt = 1; attempt <= last; attempt++) {
        const of = { runId, step: `llm-${step}`, attempt };
        add({ kind: "step.begin", payload: { label: `Step ${step}` } }, of);
        if (random() % 2 === 0)
          add({ kind: "tool.note", payload: { tool: "read", label: "Reading", state: "working" } }, of);
        const deltas = 1 + (random() % 4);
        for (let delta = 1; delta <= deltas; delta++)
          add({ kind: "text.delta", payload: { text: `${turn}${step}${attempt}${delta} ` } }, of);
      }
      const of = { runId, step: `llm-${step}`, attempt: last };
      if (random() % 3 > 0) add({ kind: "step.commit", payload: { text: `Said ${turn}.${step}`, model: "m" } }, of);
    }
    if (turn === turns && random() % 2 === 0) break;
    const failed = random() % 4 === 0;
    const messages = (list: readonly Message[] | null) =>
      (list ?? []).map((item): Message =>
        item.runId === runId && item.role === "user" ? { ...item, status: failed ? "failed" : "complete" } : item,
      );
    const ended = { taskStatus: null, lastRun: run({ id: runId, status: failed ? "failed" : "succeeded" }) };
    if (!failed) {
      const answer = message({
        id: `answer-${turn}`,
        role: "assistant",
        content: `Answer ${turn}`,
        status: "complete",
        runId,
      });
      add(answer.body, ofRun, { ...ended, messages: messages(answer.next.messages ?? null) });
    }
    add({ kind: "run.ended", payload: { runId, status: failed ? "failed" : "succeeded", error: null } }, ofRun, {
      ...ended,
      messages: messages(session.messages),
    });
  }
  return {
    events,
    // Events of one transaction share a snapshot: the one after its last event.
    snapshotAt: (cursor) => {
      const at = transactionEnd(events, cursor);
      return { session: sessions[at] ?? emptySession, cursor: at };
    },
    lastAttempt: (runId, step) => attempts.get(`${runId}.${step}`) ?? 0,
  };
}

function transactionEnd(events: readonly SessionEvent[], cursor: number): number {
  const last = events[cursor - 1];
  const next = events[cursor];
  if (last?.kind === "message.added" && (next?.kind === "run.queued" || next?.kind === "run.ended")) return cursor + 1;
  return cursor;
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
