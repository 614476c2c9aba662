import { expect, test } from "vitest";
import { entryFor, keyEntries, keyOf } from "./registry.ts";

test("no key means two things where both can be heard", () => {
  for (const scope of ["editor", "composer"] as const) {
    const heard = keyEntries
      .filter((entry) => entry.scope === scope || entry.scope === "everywhere")
      .flatMap((entry) => [...entry.keys] as string[]);
    expect(new Set(heard).size).toBe(heard.length);
  }
});

test("every entry has a label and a key", () => {
  for (const entry of keyEntries) {
    expect(entry.label).not.toBe("");
    expect(entry.keys.length).toBeGreaterThan(0);
  }
});

test("a question mark is found however the keyboard types it", () => {
  expect(entryFor(keyOf({ key: "?", shiftKey: true, altKey: false }, false), "everywhere")).toBe("help");
  expect(entryFor(keyOf({ key: "k", shiftKey: false, altKey: false }, true), "everywhere")).toBe("palette");
});
