import { expect, test } from "vitest";
import { claimSentences, plainSentences } from "../testing/claim-sentences.ts";
import type { Claim, Evidence } from "./claim.ts";
import { detectClaims } from "./detect-claims.ts";
import { findSupport, verifyClaim } from "./verify-claim.ts";

const lexicon = { names: ["Kite", "Sam"] };

function evidenceOf(record: readonly string[]): Evidence[] {
  return record.map((quote, index) => ({ id: `e${index}`, kind: "context_fact", fact_id: `f${index}`, quote }));
}

function unbacked(text: string, record: readonly string[]): Claim[] {
  return detectClaims(text, lexicon).filter((claim) => findSupport(claim, evidenceOf(record), text).length === 0);
}

test("of sixty invented sentences at least 95 % are found, and no invented figure passes", () => {
  const missed = claimSentences
    .filter(({ text, record, invented }) => invented && unbacked(text, record).length === 0)
    .map(({ text }) => text);
  expect(missed.length).toBeLessThanOrEqual(3);
  expect(missed.filter((text) => /\d/.test(text))).toEqual([]);
});

test("of sixty backed sentences at most 5 % are held to be invented", () => {
  const refused = claimSentences.filter(({ text, record, invented }) => !invented && unbacked(text, record).length > 0);
  expect(refused.length).toBeLessThanOrEqual(3);
});

test.each(plainSentences)("an ordinary sentence claims nothing: %j", (text) => {
  expect(detectClaims(text, lexicon).map((claim) => `${claim.kind}: ${claim.text}`)).toEqual([]);
});

test("a claim with one digit or name altered is no longer backed", () => {
  const mutants = claimSentences
    .filter(({ invented }) => !invented)
    .flatMap(({ text, record }) =>
      detectClaims(text, lexicon).flatMap((claim) => {
        const ids = findSupport(claim, evidenceOf(record));
        if (ids.length === 0) return [];
        const digit = /\d/.exec(claim.text);
        const altered =
          digit !== null
            ? claim.text.replace(digit[0], String((Number(digit[0]) % 9) + 1))
            : claim.kind === "named"
              ? `${claim.text.slice(0, 1)}x${claim.text.slice(1)}`
              : null;
        return altered === null || (claim.kind === "personal" && digit === null)
          ? []
          : [{ claim: { ...claim, text: altered, evidence_ids: ids }, record }];
      }),
    );
  const caught = mutants.filter(({ claim, record }) => !verifyClaim(claim, evidenceOf(record)).ok);
  expect(mutants.length).toBeGreaterThan(30);
  expect(caught.length / mutants.length).toBeGreaterThanOrEqual(0.98);
});

test("figures compare across digits, words, signs and stated vagueness", () => {
  const backed = (claim: string, quote: string): boolean =>
    verifyClaim(
      { part: "body", start: 0, end: claim.length, text: claim, kind: "numeric", evidence_ids: ["e0"] },
      evidenceOf([quote]),
    ).ok;
  expect([
    backed("40 %", "forty percent"),
    backed("about 40", "there are 38"),
    backed("about 40", "there are 37"),
    backed("$1.2m", "1,200,000 dollars"),
    backed("in half", "cut by 50%"),
    backed("$49", "£49"),
    backed("10 hours", "10 days"),
    backed("2023", "2024"),
  ]).toEqual([true, true, false, true, true, false, false, false]);
});

test("evidence that does not exist, or whose quote has gone, backs nothing", () => {
  const claim: Claim = { part: "body", start: 0, end: 3, text: "40%", kind: "numeric", evidence_ids: ["e0"] };
  expect(verifyClaim(claim, []).ok).toBe(false);
  expect(verifyClaim(claim, evidenceOf(["saves 40%"]), { facts: { f0: "It saves 40% of the time" } }).ok).toBe(true);
  expect(verifyClaim(claim, evidenceOf(["saves 40%"]), { facts: { f0: "It saves 30% of the time" } })).toMatchObject({
    ok: false,
    reason: expect.stringContaining("no longer stands"),
  });
});

test("a lead's field backs a claim only while the lead still has that value", () => {
  const evidence: Evidence[] = [
    { id: "e0", kind: "lead_field", lead_id: "anna", field: "headline", quote: "Closing books at Northwind" },
  ];
  const claim: Claim = {
    part: "body",
    start: 0,
    end: 40,
    text: "I saw you are closing books at Northwind",
    kind: "personal",
    evidence_ids: ["e0"],
  };
  expect(verifyClaim(claim, evidence, { leads: [{ id: "anna", headline: "Closing books at Northwind" }] }).ok).toBe(
    true,
  );
  expect(verifyClaim(claim, evidence, { leads: [{ id: "anna", headline: "Sailing" }] }).ok).toBe(false);
  expect(verifyClaim(claim, evidence, { leads: [{ id: "ben", headline: "Closing books at Northwind" }] }).ok).toBe(
    false,
  );
});

test("the lead's own values in a finished text are personal claims, with their place", () => {
  const [claim] = detectClaims("As head of tax you know this.", {
    lead_values: [{ field: "position", value: "head of tax" }],
  });
  expect(claim).toMatchObject({ kind: "personal", start: 3, end: 14, text: "head of tax", evidence_ids: [] });
});

test("the words of a fallback are read as claims, the variable itself is not", () => {
  expect(detectClaims("You have %custom_fields.team_size|40% people.").map(({ text }) => text)).toEqual(["40"]);
  expect(detectClaims("You have %custom_fields.team_size% people.")).toEqual([]);
});
