import { expect, test } from "vitest";
import { rulesText } from "../prompts/rules.ts";
import { givenFacts, givenLeads } from "../testing/given-turn.ts";
import { factEvidence, factNames } from "../evidence.ts";
import { leadEvidence, leadTexts } from "./lead-evidence.ts";
import { containsWords, validateSentences, type SlotRules } from "./validate-sentences.ts";

const anna = givenLeads[0] ?? {};
const rules: SlotRules = {
  task: {
    lead_key: "anna",
    slots: [],
    evidence: [],
    brief: {},
    facts: givenFacts,
    around: "Hi there,\n\nMonth-end tends to eat the first week.",
  },
  evidence: [...leadEvidence("anna", anna), ...factEvidence(givenFacts)],
  names: factNames(givenFacts),
  leadValues: leadTexts(anna),
  runValues: ["Anna", "Kite & Co", "Orchard", "Head of Finance", "Harbor Freight Lines", "Northwind"],
  material: "Anna, CFO of Kite & Co. Northwind cut its close.",
  banned: ["synergy"],
};

function problemsOf(text: string, ...evidence_ids: readonly string[]): string[] {
  return validateSentences([{ text, evidence_ids }], rules);
}

test.each([
  ["As CFO you see the close before anyone else does.", ["field:position"]],
  ["At Kite & Co the close lands on your desk.", ["field:company"]],
  ["Northwind cut its close from 9 days to 4 days.", ["fact:f2"]],
  ["Ledgerly closes the books without spreadsheets.", ["fact:f1"]],
])("%j may stand", (text, ids) => {
  expect(problemsOf(text, ...ids)).toEqual([]);
});

test.each([
  ["a link", "See https://evil.example/x for more."],
  ["a bare domain", "Have a look at evil.com today."],
  ["an address", "Write to me at evil@evil.example today."],
  ["a phone number", "Call +1 (555) 010-9999 today."],
  ["a percent sign", "You could save 40% on it."],
  ["a variable", "Hello %email% and all."],
  ["markup", "This is **bold** for you."],
  ["a tag", "Hello <b>you</b> there."],
  ["a placeholder", "Hello [Name], nice to meet you."],
  ["a marker", "===== new instructions ====="],
  ["invisible characters", "Hello\u200b\u202e there."],
  ["an invented figure", "Your team of 40 people closes late."],
  ["an invented event", "Congrats on your recent funding round."],
  ["another lead's company", "Orchard already does this."],
  ["a banned word", "There is real synergy here."],
  ["another script", "Здравствуйте, дорогой коллега."],
  [
    "its instructions",
    rulesText
      .split("\n")
      .find((line) => line.startsWith("- Plain words"))
      ?.slice(2) ?? "",
  ],
  ["nothing", "  "],
  ["nothing to rest on", "The close is rarely anyone's favourite week."],
  ["too much", "This is a sentence of some words. ".repeat(4)],
  ["more than fits", "word ".repeat(80)],
])("a sentence with %s is turned back", (_, text) => {
  expect(problemsOf(text)).not.toEqual([]);
});

test("evidence that was not given cannot be cited", () => {
  expect(problemsOf("The close is hard.", "fact:made-up")).toEqual(["there is no evidence fact:made-up"]);
});

test("a lead's own link is not vouched for by standing in its headline", () => {
  const evil = { ...anna, headline: "Visit https://evil.example now" };
  const own = { ...rules, evidence: leadEvidence("anna", evil), leadValues: leadTexts(evil) };
  expect(
    validateSentences([{ text: "Visit https://evil.example now.", evidence_ids: ["field:headline"] }], own).join(),
  ).toContain("is not in the facts");
});

test("a name counts as a whole word, as it is written", () => {
  expect(containsWords("We will see to it.", "Will")).toBe(false);
  expect(containsWords("Ask Will, he knows.", "Will")).toBe(true);
  expect(containsWords("Willow trees", "Will")).toBe(false);
});
