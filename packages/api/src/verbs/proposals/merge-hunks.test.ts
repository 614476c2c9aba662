import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeHunks, movedHunk, type PlacedHunk } from "./merge-hunks.ts";

const words = fc
  .array(fc.constantFrom("Hi", "Ana", "we", "cut", "costs", "by", "half", ".", "\n\n", "%company%"), { maxLength: 14 })
  .map((list) => list.join(" "));

function applyAll(text: string, hunks: readonly PlacedHunk[]): string {
  return [...hunks].reverse().reduce((now, hunk) => now.slice(0, hunk.from) + hunk.after + now.slice(hunk.to), text);
}

test("every hunk stands in the current text exactly where it says", () => {
  fc.assert(
    fc.property(words, words, words, (base, current, candidate) => {
      for (const hunk of mergeHunks(base, current, candidate))
        expect(current.slice(hunk.from, hunk.to)).toBe(hunk.before);
    }),
    { numRuns: 2000 },
  );
});

test("where nobody edited meanwhile, accepting all hunks gives the candidate", () => {
  fc.assert(
    fc.property(words, words, (base, candidate) => {
      expect(applyAll(base, mergeHunks(base, base, candidate))).toBe(candidate);
    }),
    { numRuns: 1000 },
  );
});

test("a person's edit elsewhere survives accepting every hunk", () => {
  const base = "Hi Ana,\n\nWe cut costs by half.\n\nWorth a call?";
  const current = "Dear Ana,\n\nWe cut costs by half.\n\nWorth a call?";
  const candidate = "Hi Ana,\n\nWe cut costs.\n\nWorth a chat?";
  expect(applyAll(current, mergeHunks(base, current, candidate))).toBe("Dear Ana,\n\nWe cut costs.\n\nWorth a chat?");
});

test("a place that both changed shows the person's words beside the proposed ones", () => {
  const hunks = mergeHunks("Worth a call?", "Worth a visit?", "Worth a chat?");
  expect(hunks).toEqual([{ from: 8, to: 13, before: "visit", after: "chat" }]);
});

test("a hunk moves with text typed before it and is lost when its own place changes", () => {
  const hunk = { from: 8, to: 12, before: "call", after: "chat" };
  expect(movedHunk(hunk, "Worth a call?", "So. Worth a call?")).toEqual({ ...hunk, from: 12, to: 16 });
  expect(movedHunk(hunk, "Worth a call?", "Worth a visit?")).toBeUndefined();
});
