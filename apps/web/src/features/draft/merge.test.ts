import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeText } from "./merge.ts";

const text = fc
  .array(fc.constantFrom("Hi", "Ana", "we", "cut", "costs", "\n\n", "\n", "%company%", "."), { maxLength: 16 })
  .map((words) => words.join(" "));

test("a side that changed nothing gives way to the other", () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(mergeText(base, base, other)).toBe(other);
      expect(mergeText(base, other, base)).toBe(other);
      expect(mergeText(base, other, other)).toBe(other);
    }),
  );
});

test("both orders give one text", () => {
  fc.assert(
    fc.property(text, text, text, (base, own, theirs) => {
      expect(mergeText(base, own, theirs)).toBe(mergeText(base, theirs, own));
    }),
    { numRuns: 1000 },
  );
});

test("changes of different paragraphs are both kept", () => {
  expect(mergeText("One\n\nTwo\n\nThree", "One a\n\nTwo\n\nThree", "One\n\nTwo\n\nThree b")).toBe(
    "One a\n\nTwo\n\nThree b",
  );
});

test("different changes of one paragraph are not put together", () => {
  expect(mergeText("One two three", "One 2 three", "One two 3")).toBeUndefined();
});
