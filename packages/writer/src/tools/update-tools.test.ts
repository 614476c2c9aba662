import { expect, test } from "vitest";
import { givenEdits, givenTurn } from "../testing/given-turn.ts";
import { draft, issuesOf, run, skeleton, whole } from "../testing/run-tool.ts";

test("replace_text changes words that occur once, and the blocks move along", async () => {
  const effect = await run("replace_text", {
    base_revision: 3,
    find: "eat the first week",
    replace: "take most of the first week",
  });
  expect(effect).toMatchObject({
    kind: "draft",
    body: whole.body.replace("eat the first week", "take most of the first week"),
  });
  const blocks = effect.kind === "draft" ? effect.block_spans.map(({ from, to }) => effect.body.slice(from, to)) : [];
  expect(blocks).toEqual(
    givenEdits.map(({ text }) => text.replace("eat the first week", "take most of the first week")),
  );
});

test.each([
  ["words that are not there", "no such words"],
  ["words that occur twice", "the"],
])("replace_text refuses %s", async (_, find) => {
  expect(await issuesOf("replace_text", { base_revision: 3, find, replace: "x" })).toEqual(["not_one_match"]);
});

test("replace_text looks only inside the selection", async () => {
  const at = whole.body.indexOf("spreadsheets");
  const state = {
    ...givenTurn("x", { skeleton, draft, revision: 3 }),
    request: {
      message_id: "m1",
      message: "x",
      selection: { field: "body" as const, from: at, to: at + 12, revision: 3 },
    },
  };
  expect(
    await issuesOf("replace_text", { base_revision: 3, find: "Month-end", replace: "Quarter-end" }, state),
  ).toEqual(["not_one_match"]);
  expect(
    await issuesOf("replace_text", { base_revision: 3, find: "spreadsheets", replace: "late nights" }, state),
  ).toEqual([]);
});

test("an update that changes nothing is refused, so that no version is made of it", async () => {
  expect(await issuesOf("update_draft", { base_revision: 3, edits: [], claims: [] })).toEqual(["no_change"]);
});

test("a subject alone can be changed", async () => {
  expect(
    await run("update_draft", { base_revision: 3, subject: "Your month-end", edits: [], claims: [] }),
  ).toMatchObject({ kind: "draft", subject: "Your month-end", body: whole.body });
});

test("an edit by block of a text a person has edited keeps the person's other words", async () => {
  const edited = {
    ...draft,
    number: 2,
    revision: 4,
    author: "person" as const,
    block_spans: null,
    body: whole.body.replace("Month-end tends to eat the first week.", "Month-end tends to eat my first week."),
  };
  const effect = await run(
    "update_draft",
    { base_revision: 4, edits: [{ block_id: "ask", op: "replace", text: "Open to a short call?" }], claims: [] },
    givenTurn("x", { skeleton, draft: edited, draft_history: [draft], revision: 4 }),
  );
  expect(effect).toMatchObject({
    kind: "draft",
    body: edited.body.replace("Worth a short call?", "Open to a short call?"),
  });
});

test("a text of no known blocks wants its body whole, and takes it", async () => {
  const own = {
    ...draft,
    author: "person" as const,
    block_spans: null,
    body: "Hi,\n\nMy own words about closing.\n\nWorth a short call?",
  };
  const state = givenTurn("x", { skeleton, draft: own, revision: 3 });
  expect(
    await issuesOf(
      "update_draft",
      { base_revision: 3, edits: [{ block_id: "ask", op: "replace", text: "Open to a call?" }], claims: [] },
      state,
    ),
  ).toEqual(["no_blocks"]);
  expect(
    await run(
      "update_draft",
      {
        base_revision: 3,
        edits: [],
        body: `${own.body.replace("My own words about closing.", "The first week of each month goes to closing, and your team feels it well into the second one.")}`,
        claims: [],
      },
      state,
    ),
  ).toMatchObject({ kind: "draft" });
});
