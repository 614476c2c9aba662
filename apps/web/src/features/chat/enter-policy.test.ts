import fc from "fast-check";
import { expect, test } from "vitest";
import { enterMeaning } from "./enter-policy.ts";

const plain = {
  key: "Enter",
  shiftKey: false,
  mod: false,
  isComposing: false,
  keyCode: 13,
  justComposed: false,
  coarse: false,
};

test("Enter sends and Shift+Enter breaks the line", () => {
  expect(enterMeaning(plain)).toBe("send");
  expect(enterMeaning({ ...plain, shiftKey: true })).toBe("break");
});

test("with the command key Enter sends on every device", () => {
  expect(enterMeaning({ ...plain, mod: true, coarse: true })).toBe("send");
});

test("on touch keyboards Enter breaks the line", () => {
  expect(enterMeaning({ ...plain, coarse: true })).toBe("break");
});

test("while a word is being composed, or has just been, nothing is ever sent", () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom({ isComposing: true }, { keyCode: 229 }, { justComposed: true }),
      (shiftKey, mod, coarse, composing) => {
        expect(enterMeaning({ ...plain, shiftKey, mod, coarse, ...composing })).toBe("none");
      },
    ),
  );
});
