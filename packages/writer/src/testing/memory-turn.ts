import type { Lead } from "@longhand/template";
import type { CheckReport } from "@longhand/template/checks";
import type { ToolEffect, TranscriptEntry, TurnEnd, TurnScope, WriterPorts } from "../ports.ts";
import type { DraftState, Json, TurnState } from "../state.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";

/** A turn whose world is in memory, with everything it stored in plain sight. */
export interface MemoryTurn extends MemoryStore {
  readonly ports: WriterPorts<TurnScope>;
  readonly state: () => TurnState;
  readonly ends: TurnEnd[];
  readonly proposals: Extract<ToolEffect, { kind: "draft" | "skeleton" }>[];
  readonly reports: CheckReport[];
  readonly results: () => Json[];
  /** A person saves a draft while the run works. */
  personWrites(subject: string, body: string): void;
}

/** Start a turn over a state. */
export function memoryTurn(initial: TurnState, leads: readonly Lead[]): MemoryTurn {
  const store = createMemoryStore();
  const results = new Map<string, { readonly step: string; readonly callId: string; readonly result: Json }>();
  const order: string[] = [];
  const ends: TurnEnd[] = [];
  const proposals: MemoryTurn["proposals"] = [];
  const reports: CheckReport[] = [];
  let state = initial;
  let base = initial.session.revision;

  function transcript(): TranscriptEntry[] {
    const answers = new Map([...store.answers.values()].map(({ step, answer }) => [step, answer]));
    return order.flatMap((key): TranscriptEntry[] => {
      const answer = answers.get(key);
      if (answer !== undefined) return [{ kind: "answer", step: key, answer }];
      const tool = results.get(key);
      return tool === undefined ? [] : [{ kind: "tool", step: tool.step, call_id: tool.callId, result: tool.result }];
    });
  }

  function addDraft(draft: Omit<DraftState, "number" | "revision">): { revision: number; version: number } {
    const { session } = state;
    const history = session.draft === null ? [] : [...session.draft_history, session.draft];
    const revision = session.revision + 1;
    const number = history.length + 1;
    state = {
      ...state,
      session: { ...session, revision, draft: { ...draft, number, revision }, draft_history: history },
    };
    return { revision, version: number };
  }

  function apply(effect: ToolEffect): Json {
    if (effect.kind === "none") return effect.result;
    const { session } = state;
    if (effect.kind === "brief") {
      state = { ...state, session: { ...session, brief: effect.brief } };
      return effect.result;
    }
    reports.push(effect.report);
    if (session.revision !== base) {
      proposals.push(effect);
      return { ...effect.result, proposal_id: `p${proposals.length}` };
    }
    if (effect.kind === "draft") {
      const { subject, body, block_spans, notes, claims } = effect;
      const made = addDraft({
        subject,
        body,
        block_spans,
        notes,
        claims,
        framework_version: session.skeleton?.framework_version ?? null,
        author: "ai",
      });
      base = state.session.revision;
      return { ...effect.result, ...made };
    }
    const framework_version = (session.skeleton?.framework_version ?? 0) + 1;
    const skeleton_history = session.skeleton === null ? [] : [...session.skeleton_history, session.skeleton];
    const revision = session.revision + 1;
    state = {
      ...state,
      session: {
        ...session,
        revision,
        skeleton: { framework_version, skeleton: effect.skeleton, author: "ai" },
        skeleton_history,
      },
    };
    base = revision;
    return { ...effect.result, framework_version, revision };
  }

  const ports: WriterPorts<TurnScope> = {
    step: (id, work) => {
      if (!order.includes(id)) order.push(id);
      return store.step(id, work, (scope, fence) => ({
        ...scope,
        loadTurn: async () => structuredClone(state),
        loadLeads: async () => leads,
        transcript: async () => structuredClone(transcript()),
        findToolResult: async (callId) =>
          results.get(id)?.callId === callId ? (results.get(id)?.result ?? null) : null,
        async commitTool(callId, effect) {
          fence();
          const stored = results.get(id)?.result;
          if (stored !== undefined) return stored;
          const result = apply(effect);
          results.set(id, { step: id, callId, result });
          return result;
        },
        async endTurn(end) {
          fence();
          if (ends.length === 0) ends.push(end);
        },
      }));
    },
  };

  return {
    ...store,
    ports,
    state: () => state,
    ends,
    proposals,
    reports,
    results: () => order.flatMap((id) => results.get(id)?.result ?? []),
    personWrites: (subject, body) => {
      addDraft({
        subject,
        body,
        block_spans: null,
        notes: null,
        claims: [],
        framework_version: null,
        author: "person",
      });
    },
  };
}
