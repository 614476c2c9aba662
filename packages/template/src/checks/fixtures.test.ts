import { expect, test } from "vitest";
import { applyFixToEmail } from "../fix.ts";
import { fixtures } from "../testing/check-fixtures.ts";
import { plainInput, type Fixture } from "../testing/fixture-builders.ts";
import { check } from "./check.ts";
import type { CheckResult } from "./check-result.ts";
import { checkIds } from "./defaults.ts";

function resultsOf({ input, settings }: Fixture): readonly CheckResult[] {
  return check({ ...plainInput, ...input }, settings).results;
}

function statusesOf(id: string, fixture: Fixture): string[] {
  return resultsOf(fixture)
    .filter((result) => result.id === id)
    .map(({ status }) => status);
}

const cases = checkIds.flatMap((id) => {
  const { pass, fail, unknown = [] } = fixtures[id];
  const list = (wanted: "pass" | "fail" | "unknown", given: readonly Fixture[]) =>
    given.map((fixture, index) => ({ id, wanted, index, fixture }));
  return [...list("pass", pass), ...list("fail", fail), ...list("unknown", unknown)];
});

test.each(cases)("$id, fixture $index, is $wanted", ({ id, wanted, fixture }) => {
  const statuses = new Set(statusesOf(id, fixture));
  expect(wanted === "pass" ? [...statuses] : [...statuses].filter((status) => status === wanted)).toEqual([wanted]);
});

test("every check has at least three passing and three failing fixtures", () => {
  expect(checkIds.filter((id) => fixtures[id].pass.length < 3 || fixtures[id].fail.length < 3)).toEqual([]);
});

test("an unknown finding always says why", () => {
  const silent = cases
    .flatMap(({ fixture }) => resultsOf(fixture))
    .filter(({ status, reason }) => status === "unknown" && (reason ?? "") === "");
  expect(silent).toEqual([]);
});

const fixable = checkIds.flatMap((id) => fixtures[id].fail.map((fixture, index) => ({ id, index, fixture })));

test.each(fixable)(
  "the written-out fix of $id, fixture $index, makes it pass and breaks no error check",
  ({ id, fixture }) => {
    const before = resultsOf(fixture);
    const errors = (results: readonly CheckResult[]): string[] =>
      results.filter(({ status, severity }) => status === "fail" && severity === "error").map((result) => result.id);
    for (const { fix, id: failing, scope } of before.filter(
      ({ status, fix }) => status === "fail" && (fix?.edits.length ?? 0) > 0,
    )) {
      if (failing !== id || fix === undefined) continue;
      const input = { ...plainInput, ...fixture.input };
      const { skeleton } = input;
      const fixed =
        scope === "skeleton" && skeleton !== null && skeleton !== undefined
          ? { ...input, skeleton: { ...skeleton, ...applyFixToEmail(skeleton, fix) } }
          : { ...input, ...applyFixToEmail(input, fix), claims: undefined };
      const after = check(fixed, fixture.settings).results;
      const left = after.filter((result) => result.id === id && result.status === "fail" && result.about === undefined);
      expect({ id, left: left.map(({ message }) => message), text: `${fixed.subject} / ${fixed.body}` }).toEqual({
        id,
        left: [],
        text: expect.anything(),
      });
      expect(errors(after).filter((one) => !errors(before).includes(one))).toEqual([]);
    }
  },
);
