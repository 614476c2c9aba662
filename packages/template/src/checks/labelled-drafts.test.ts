import { expect, test } from "vitest";
import { badDrafts } from "../testing/bad-drafts.ts";
import { goodDrafts } from "../testing/good-drafts.ts";
import { check } from "./check.ts";
import type { CheckInput } from "./check-input.ts";
import { gateFailures } from "./report.ts";

const leads = [{ id: "1", first_name: "Anna", last_name: "Li", company: "Hexa", position: "CFO" }];
const known: Omit<CheckInput, "subject" | "body" | "kind"> = {
  evidence: [],
  known_urls: ["kite.example"],
  leads,
  sender: { first_name: "Sam", last_name: "Reed", company: "Kite" },
};

function errorsOf(draft: CheckInput): string[] {
  const { results } = check({ ...known, ...draft }, { opt_out: "header" });
  return [
    ...new Set(results.filter(({ status, severity }) => status === "fail" && severity === "error").map(({ id }) => id)),
  ];
}

test.each(goodDrafts)("an ordinary email raises no error, passes the gate and is ready: $subject", (draft) => {
  const report = check({ ...known, ...draft }, { opt_out: "header" });
  expect(errorsOf(draft)).toEqual([]);
  expect(gateFailures(report)).toEqual([]);
  expect(report.ready).toBe("yes");
});

test("ordinary emails raise fewer than one warning in five emails", () => {
  const warnings = goodDrafts.flatMap((draft) =>
    check({ ...known, ...draft }, { opt_out: "header" }).results.filter(
      ({ status, severity }) => status === "fail" && severity === "warning",
    ),
  );
  expect(warnings.length).toBeLessThan(goodDrafts.length / 5);
});

test.each(badDrafts)(
  "a draft with a fault raises exactly the errors a reader would: $errors",
  ({ errors, ...draft }) => {
    expect(errorsOf(draft).toSorted()).toEqual([...errors].toSorted());
  },
);
