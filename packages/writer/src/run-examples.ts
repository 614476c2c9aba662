import { systemClock } from "./clock.ts";
import { planSlots } from "./examples/plan-slots.ts";
import { tellingValues, writeExample } from "./examples/write-example.ts";
import type { AskOptions } from "./ask-model.ts";
import type { ModelChain } from "./models/model-chain.ts";
import type { ExamplesScope, WriterPorts } from "./ports.ts";
import type { WriterOptions } from "./run-turn.ts";

/** Leads that get a step of their own, so that a person watching a small set sees each one arrive. */
const singleSteps = 25;
/** Leads of a later step, and how many of them are written at once: four calls of a few seconds stay below a provider's burst limit. */
const batchSize = 10;
const atOnce = 4;

/**
 * Write an example for each lead of the run, a step for each small batch.
 *
 * Every call sees one lead and nothing of the session. A lead that cannot be rendered is written as failed with
 * its issue and the others finish; leads already written by an earlier execution are skipped.
 * @throws {ModelCallError} from a step; whatever a scope throws, unchanged.
 */
export async function runExamples(
  ports: WriterPorts<ExamplesScope>,
  models: ModelChain,
  options: WriterOptions = {},
): Promise<{ written: number }> {
  const clock = options.clock ?? systemClock;
  const loaded = await ports.step("load", async (scope) => ({
    attempt: scope.attempt,
    total: (await scope.loadExamples()).total,
  }));
  let lastAttempt = loaded.attempt;
  let link: string | null = null;
  for (let from = 0; from < loaded.total;) {
    const to = Math.min(loaded.total, from < singleSteps ? from + 1 : from + batchSize);
    const start = from;
    const known = link ?? undefined;
    const outcome: BatchOutcome = await ports.step(`examples-${start}`, (scope) =>
      batchStep(scope, start, to, { chain: models, clock, link: known, execution: scope.attempt - lastAttempt }),
    );
    lastAttempt = outcome.attempt;
    link = outcome.link ?? link;
    from = to;
  }
  const model = link ?? models.links[0]?.id ?? "";
  await ports.step("end", async (scope) => {
    await scope.endExamples({ model });
    return null;
  });
  return { written: loaded.total };
}

/** The link that answered, null when no lead of the batch needed one, and the lease epoch of the execution. */
type BatchOutcome = { link: string | null; attempt: number };

async function batchStep(scope: ExamplesScope, from: number, to: number, options: AskOptions): Promise<BatchOutcome> {
  const state = await scope.loadExamples();
  const all = await scope.loadExampleLeads(0, state.total);
  const done = new Set(await scope.writtenKeys());
  const plan = planSlots(state);
  const values = tellingValues(all);
  const open = all.slice(from, to).filter(({ key }) => !done.has(key));
  let link: string | null = null;
  for (let at = 0; at < open.length; at += atOnce) {
    const group = open.slice(at, at + atOnce);
    const results = await Promise.allSettled(
      group.map((lead) => writeExample(scope, { lead, values, state, plan }, options)),
    );
    const written = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    link = written.findLast((one) => one.link !== null)?.link ?? link;
    // What is finished is kept even when a neighbour's call has to be made again.
    if (written.length > 0) await scope.writeExamples(written.map(({ example }) => example));
    const fault = results.find((result) => result.status === "rejected");
    if (fault !== undefined) throw fault.reason;
  }
  return { link, attempt: scope.attempt };
}
