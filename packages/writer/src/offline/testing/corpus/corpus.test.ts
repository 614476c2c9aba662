import { expect, test } from "vitest";
import { scoreCorpus } from "./score.ts";

const scored = scoreCorpus();
const tuned = scored.filter(({ heldOut }) => !heldOut);
const held = scored.filter(({ heldOut }) => heldOut);
const share = (part: typeof scored): number =>
  part.reduce((sum, one) => sum + one.done, 0) / part.reduce((sum, one) => sum + one.wanted, 0);

test("at least four hundred utterances are on record", () => {
  expect(scored.length).toBeGreaterThanOrEqual(400);
});

test("every utterance the rules were made with is read as expected", () => {
  expect(
    tuned
      .filter(({ done, wanted, wrong }) => done < wanted || wrong)
      .map(({ utterance, expected, got }) => `${utterance} | ${expected} | ${got.join(" ; ")}`),
  ).toEqual([]);
});

test("of the utterances held out, nearly all expected operations are read and nearly none that nobody asked for", () => {
  expect(share(held)).toBeGreaterThanOrEqual(0.85);
  expect(held.filter(({ wrong }) => wrong).length / held.length).toBeLessThanOrEqual(0.04);
  expect(held.filter(({ wrongDestructive }) => wrongDestructive).map(({ id }) => id)).toEqual([]);
});
