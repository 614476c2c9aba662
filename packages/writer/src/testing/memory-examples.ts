import type { Lead } from "@longhand/template";
import type { ExamplesScope, ExamplesState, WriterPorts, WrittenExample } from "../ports.ts";
import { givenLeads, givenSkeleton } from "./given-turn.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";

/** An examples run whose world is in memory. */
export interface MemoryExamples extends MemoryStore {
  readonly ports: WriterPorts<ExamplesScope>;
  readonly written: Map<string, WrittenExample>;
  /** Keys in the order they were written, repeats included. */
  readonly writes: string[];
  /** Ids of the steps, in order of their first execution. */
  readonly steps: string[];
  readonly ended: number;
}

/** Start a run over some leads, keyed `lead-<index>`. */
export function memoryExamples({
  leads = givenLeads,
  ...change
}: Partial<Omit<ExamplesState, "total">> & { readonly leads?: readonly Lead[] }): MemoryExamples {
  const store = createMemoryStore();
  const written = new Map<string, WrittenExample>();
  const writes: string[] = [];
  const steps: string[] = [];
  let ended = 0;
  const state: ExamplesState = {
    skeleton: { framework_version: 1, skeleton: givenSkeleton, author: "ai" },
    draft: null,
    sender: {},
    signature: null,
    facts: [],
    banned_phrases: [],
    brief: {},
    place: 1,
    emails: 1,
    ...change,
    total: leads.length,
  };
  const ports: WriterPorts<ExamplesScope> = {
    step: (id, work) => {
      if (!steps.includes(id)) steps.push(id);
      return store.step(id, work, (scope, fence) => ({
        ...scope,
        loadExamples: async () => structuredClone(state),
        loadExampleLeads: async (from, to) => leads.map((lead, i) => ({ key: `lead-${i}`, lead })).slice(from, to),
        writtenKeys: async () => [...written.keys()],
        async writeExamples(examples) {
          fence();
          for (const example of examples) {
            written.set(example.key, example);
            writes.push(example.key);
          }
        },
        async endExamples() {
          fence();
          ended += 1;
        },
      }));
    },
  };
  return {
    ...store,
    ports,
    written,
    writes,
    steps,
    get ended() {
      return ended;
    },
  };
}
