import { expect, test } from "vitest";
import { coverage } from "./coverage.ts";
import { fieldProfile } from "./field-profile.ts";
import type { Lead } from "./lead.ts";
import { parse } from "./parse.ts";
import { sampleLeads } from "./sample-leads.ts";

const leads: Lead[] = [
  { id: "a", first_name: "Anna", company: "Kite", position: "CFO", custom_fields: { size: 40 } },
  {
    id: "b",
    first_name: "",
    company: "The Longest Company Name In The List",
    position: "VP Marketing",
    custom_fields: { size: 9 },
  },
  { first_name: "CHRIS", company: "Lane", position: "Finance Manager", custom_fields: { size: "n/a" } },
  { id: "d", first_name: "Dora", company: "-" },
];

test("coverage counts leads with and without a value and shows how the fallback reads", () => {
  const report = coverage(
    [
      parse("for %first_name|you%"),
      parse("Hi %first_name%. Is month-end slow at %company|your company% too? Best, %sender_first%"),
    ],
    leads,
    { sender: { first_name: "Sam" } },
  );
  const [first, company, sender] = report.variables;
  expect(first).toMatchObject({
    name: "first_name",
    uses: 2,
    filled: 3,
    missing: 1,
    missing_lead_ids: ["b"],
    samples: ["Anna", "CHRIS", "Dora"],
    fallback: "you",
    sentence: "for %first_name|you%",
    fallback_reads_as: "for you",
  });
  expect(company).toMatchObject({
    filled: 3,
    missing_lead_ids: ["d"],
    longest_value: "The Longest Company Name In The List",
    fallback_reads_as: "Is month-end slow at your company too?",
  });
  expect(sender).toMatchObject({ name: "sender_first", filled: 4, missing: 0 });
});

test("a lead without an id is listed by its place, an unknown name is filled for nobody", () => {
  const { variables } = coverage([parse("%custom_fields.size% %nope%")], leads);
  expect(variables).toMatchObject([
    { filled: 2, missing_lead_ids: ["#2", "d"] },
    { name: "nope", known: false, filled: 0, missing: 4 },
  ]);
});

test("a field profile tells fill, type, length and kinds, and no value", () => {
  const profiles = fieldProfile(leads);
  const find = (name: string): unknown => profiles.find((one) => one.name === name);
  expect(find("custom_fields.size")).toMatchObject({
    filled: 2,
    fill_rate: 0.5,
    type: "number",
    length: { min: 1, max: 2 },
    distinct: 2,
  });
  expect(find("position")).toMatchObject({
    kinds: [
      { kind: "finance, executive level", share: 1 / 3 },
      { kind: "finance, manager level", share: 1 / 3 },
      { kind: "marketing, vice president level", share: 1 / 3 },
    ],
  });
  expect(find("headline")).toMatchObject({ filled: 0, type: "empty", length: null });
  expect(JSON.stringify(profiles)).not.toContain("Anna");
});

test("telling leads come first: emptiest, longest, oddest, then a segment each", () => {
  const picks = sampleLeads(leads, [parse("%first_name% %company% %custom_fields.size%")], 4);
  expect(picks.map(({ lead_id: id, reason }) => [id, reason])).toEqual([
    ["d", "emptiest"],
    ["b", "longest"],
    [null, "oddest"],
    ["a", "segment"],
  ]);
  expect(picks[0]?.detail).toBe("no company, custom_fields.size");
});

test("the same seed picks the same leads, each once, and never more than asked for", () => {
  const many = Array.from({ length: 50 }, (_, i): Lead => ({ id: `l${i}`, first_name: "Anna", company: "Kite" }));
  const ids = (seed: number): unknown[] =>
    sampleLeads(many, [parse("%first_name%")], 5, seed).map(({ lead_id: id }) => id);
  expect(ids(1)).toEqual(ids(1));
  expect(ids(1)).not.toEqual(ids(2));
  expect(new Set(ids(1)).size).toBe(5);
  expect(sampleLeads(leads, [], 99)).toHaveLength(4);
});
