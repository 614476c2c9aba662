import type { ExamplesScope } from "@longhand/writer";
import { loadExampleLeads, loadExamples, type RestsOn } from "../../verbs/examples/load-examples.ts";
import { endExamples, writeExamples, writtenKeys } from "../../verbs/examples/write-examples.ts";
import type { HeldStep } from "./durable-step.ts";
import { createStepScope } from "./step-scope.ts";

/** What the steps of an examples run may do, on this database. */
export function createExamplesScope(held: HeldStep): ExamplesScope {
  const { ctx, lease, step, watch } = held;
  // An example belongs to the versions that this step has read, whatever a person saves while it is written.
  let restsOn: RestsOn | undefined;
  const load = async () => {
    const loaded = await loadExamples(ctx, lease.runId);
    restsOn = loaded.restsOn;
    return loaded;
  };
  return {
    ...createStepScope(held),
    loadExamples: async () => (await load()).state,
    loadExampleLeads: (from, to) => loadExampleLeads(ctx, lease.runId, from, to),
    writtenKeys: () => writtenKeys(ctx, lease),
    async writeExamples(written) {
      const versions = restsOn ?? (await load()).restsOn;
      await watch.under(() => writeExamples(ctx, lease, step, written, versions));
    },
    endExamples: () => watch.under(() => endExamples(ctx, lease)),
  };
}
