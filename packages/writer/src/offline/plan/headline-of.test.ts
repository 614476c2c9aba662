import { expect, test } from "vitest";
import { headlineOf } from "./headline-of.ts";

test.each([
  ["A crane that fails without warning stops the quay for a day", "crane failures"],
  ["nurses swap shifts over WhatsApp and nobody knows who is on", "nurse shift swaps"],
  ["returns pile up in the stock room", "returns piling up"],
  ["Parking fines eat their margin on every delivery", "parking fines"],
  ["they can't fill open shifts", "filling open shifts"],
  ["they pay a lot for trash hauling", "trash hauling costs"],
  ["Curators wait months for conservators", "waiting for conservators"],
  ["Their staff complain about the coffee every day", "coffee complaints"],
  ["A broken coil means 3 weeks without scans", "broken coils"],
])("“%s” is named “%s”", (pain, name) => {
  expect(headlineOf(pain)).toBe(name);
});

test("words that give no certain name give none", () => {
  expect(
    [
      "it's all in paper diaries",
      "Half of the heat goes out of the chimney",
      "they overwater because they have no soil data",
    ].map(headlineOf),
  ).toEqual([undefined, undefined, undefined]);
});
