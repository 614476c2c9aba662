import type { Fact } from "../state.ts";
import { ReadContextInput } from "./schemas.ts";
import { answered, defineTool } from "./tool.ts";

const mostFacts = 8;

/** Look something up in the company's knowledge. */
export const readContext = defineTool({
  name: "read_context",
  description:
    "Look up at most eight facts of the company's knowledge that fit a query. Each has an id to cite as fact:<id>.",
  label: "Reading the company's facts",
  update: false,
  input: ReadContextInput,
  execute({ query }, { state }) {
    return answered({
      facts: findFacts(state.facts, query).map(({ id, text, title }) => ({ id: `fact:${id}`, text, title })),
    });
  },
});

/** Facts that share words with a query, best first; rare words count for more. */
function findFacts(facts: readonly Fact[], query: string): Fact[] {
  const texts = facts.map((fact) => stems(`${fact.kind} ${fact.title ?? ""} ${fact.text}`));
  const wanted = stems(query);
  return facts
    .map((fact, i) => ({
      fact,
      score: [...wanted].reduce(
        (sum, word) => (texts[i]?.has(word) ? sum + 1 / texts.filter((text) => text.has(word)).length : sum),
        0,
      ),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostFacts)
    .map(({ fact }) => fact);
}

function stems(text: string): Set<string> {
  return new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.replace(/(?:ing|ed|es|s)$/, "")),
  );
}
