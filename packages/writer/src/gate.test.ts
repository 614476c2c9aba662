import { expect, test } from "vitest";
import { gateDraft, type Candidate } from "./gate.ts";
import type { DraftState, TurnState } from "./state.ts";
import { givenEdits, givenLeads, givenSkeleton, givenTurn } from "./testing/given-turn.ts";
import { fromPieces } from "./tools/draft-pieces.ts";

const skeleton = { framework_version: 1, skeleton: givenSkeleton, author: "ai" as const };
const whole = fromPieces(givenEdits.map(({ block_id, text }) => ({ block_id, text, before: "\n\n" })));

function candidate(change: Partial<Candidate> = {}): Candidate {
  return {
    subject: "Month-end at %company|your team%",
    body: whole.body,
    block_spans: whole.spans,
    declared: [],
    ...change,
  };
}

function codesOf(change: Partial<Candidate>, state: TurnState = givenTurn("Write it.", { skeleton })): string[] {
  return gateDraft(candidate(change), state, givenLeads).issues.map(({ code }) => code);
}

function draftOf(change: Partial<DraftState> = {}): DraftState {
  return {
    number: 1,
    revision: 3,
    subject: candidate().subject,
    body: whole.body,
    block_spans: whole.spans,
    framework_version: 1,
    author: "ai",
    notes: null,
    claims: [],
    ...change,
  };
}

test("a sound draft passes", () => {
  expect(codesOf({})).toEqual([]);
});

test.each([
  ["an unknown variable", { body: `${whole.body} %nickname%` }, "V01"],
  ["a near miss of a variable", { body: whole.body.replace("%first_name|there%", "%first name%") }, "V12"],
  [
    "a variable some lead lacks, without fallback",
    { body: whole.body.replace("Month-end", "%position%: month-end") },
    "V02",
  ],
  ["a slot", { body: `${whole.body}\n\n&&opener: a line&&` }, "V16"],
  ["another tool's token", { body: whole.body.replace("%first_name|there%", "{{first_name}}") }, "V04"],
  ["a figure nobody gave", { body: whole.body.replace("sooner than before", "3 days sooner") }, "B16"],
  ["a code fence", { body: `\`\`\`\n${whole.body}\n\`\`\`` }, "V11"],
  ["no subject", { subject: "" }, "S03"],
  ["two asks", { body: `${whole.body}\n\nCould you also send me your numbers?` }, "B07"],
  ["a stock opener", { body: `I hope this email finds you well.\n\n${whole.body}` }, "B11"],
])("%s is refused by its check", (_, change, code) => {
  expect(codesOf(change)).toContain(code);
});

test("a figure from a fact passes, and the claim carries that fact", () => {
  const body = whole.body.replace("so your team", "and Northwind cut its close from 9 days to 4 days, so your team");
  const { issues, claims } = gateDraft(
    candidate({ body, block_spans: [] }),
    givenTurn("Write it.", { skeleton }),
    givenLeads,
  );
  expect(issues).toEqual([]);
  expect(new Set(claims.flatMap(({ evidence_ids }) => evidence_ids))).toEqual(new Set(["fact:f2"]));
});

test("a figure the person said in the chat passes; one changed digit does not", () => {
  const body = whole.body.replace("sooner than before", "3 days sooner");
  expect(codesOf({ body }, givenTurn("Say that they see the numbers 3 days sooner.", { skeleton }))).toEqual([]);
  expect(codesOf({ body }, givenTurn("Say that they see the numbers 5 days sooner.", { skeleton }))).toContain("B16");
});

test("a banned phrase is refused, a required one is missed", () => {
  expect(codesOf({}, givenTurn("x", { skeleton, brief: { banned: ["spreadsheets"] } }))).toContain("B17");
  expect(codesOf({}, givenTurn("x", { skeleton }, { required_phrases: ["closing day"] }))).toContain("B17");
});

test("a locked sentence that is gone is asked back; one the person took out themselves is not", () => {
  const locked = "Month-end tends to eat the first week.";
  const body = whole.body.replace(locked, "The close is slow.");
  expect(codesOf({ body }, givenTurn("x", { skeleton, brief: { locked: [locked] }, draft: draftOf() }))).toEqual([
    "locked",
  ]);
  expect(
    codesOf(
      { body },
      givenTurn("x", { skeleton, brief: { locked: [locked] }, draft: draftOf({ body: "Nothing of it." }) }),
    ),
  ).toEqual([]);
});

test("an edit of a selection may change only the selected words", () => {
  const from = whole.body.indexOf("eat");
  const selection = { field: "body" as const, from, to: from + 3, revision: 3 };
  const state = {
    ...givenTurn("Softer.", { skeleton, draft: draftOf() }),
    request: { message_id: "m1", message: "Softer.", selection },
  };
  expect(codesOf({ body: whole.body.replace("eat", "take") }, state)).toEqual([]);
  expect(codesOf({ body: whole.body.replace("eat", "take").replace("Worth", "Open to") }, state)).toEqual([
    "outside_selection",
  ]);
  expect(codesOf({ body: whole.body.replace("eat", "take"), subject: "Other" }, state)).toEqual(["outside_selection"]);
});

test("a selection is held against the version it was made in, through several edits", () => {
  const from = whole.body.indexOf("eat");
  const selection = { field: "body" as const, from, to: from + 3, revision: 3 };
  const edited = draftOf({ number: 2, revision: 4, body: whole.body.replace("eat", "swallow") });
  const state = {
    ...givenTurn("Softer.", { skeleton, draft: edited, draft_history: [draftOf()] }),
    request: { message_id: "m1", message: "Softer.", selection },
  };
  expect(codesOf({ body: whole.body.replace("eat", "take up") }, state)).toEqual([]);
});

test("a request that allows some variables only is kept to them", () => {
  expect(codesOf({}, givenTurn("x", { skeleton }, { available_variables: ["first_name"] }))).toEqual(["V01"]);
  expect(codesOf({}, givenTurn("x", { skeleton }, { available_variables: ["first_name", "company"] }))).toEqual([]);
});

test("without leads nothing that depends on them refuses", () => {
  const state = givenTurn("x", { skeleton }, { lead_count: 0, field_profile: [] });
  expect(gateDraft(candidate(), state, []).issues).toEqual([]);
});

test("a sender value that nobody has entered is refused, unless it has a fallback", () => {
  const close = (name: string) => ({ body: `${whole.body}\n\n${name}` });
  expect(codesOf(close("%sender_position%"))).toEqual(["V15"]);
  expect(codesOf(close("%sender_first%"))).toEqual([]);
  expect(codesOf(close("%sender_position|The team%"))).toEqual([]);
});

test("a lead whose data holds a token stops nobody else's draft", () => {
  const poisoned = { id: "p", first_name: "{{first_name}}", company: "%email%" };
  expect(gateDraft(candidate(), givenTurn("x", { skeleton }), [...givenLeads, poisoned]).issues).toEqual([]);
});

test("what is told of leads is a number and a variable, never a value or a name", () => {
  const { issues } = gateDraft(
    candidate({ body: whole.body.replace("Month-end", "%position%: month-end") }),
    givenTurn("x", { skeleton }),
    givenLeads,
  );
  expect(issues).toEqual([
    {
      code: "V02",
      path: "body",
      got: "position",
      hint: "1 lead without a value for %position%, and no fallback is written: write %position|…% with words that fit.",
    },
  ]);
});
