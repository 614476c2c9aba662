import { expect, test } from "vitest";
import { previewOf } from "./preview.ts";
import { runTurn } from "./run-turn.ts";
import { givenEdits, givenLeads, givenSkeleton, givenTurn } from "./testing/given-turn.ts";
import { memoryTurn } from "./testing/memory-turn.ts";
import { scriptedChain, scriptedModel } from "./testing/scripted-model.ts";

const state = givenTurn("Write it.", { skeleton: { framework_version: 1, skeleton: givenSkeleton, author: "ai" } });
const input = JSON.stringify({ base_revision: 1, subject: "Month-end", edits: givenEdits, claims: [] });

test("half an update shows the words that have arrived, in the plan's order", async () => {
  const half = input.slice(0, input.indexOf("eat the first"));
  expect(await previewOf("update_draft", half, state)).toMatchObject({
    payload: { target: "draft", subject: "Month-end", body: "Hi %first_name|there%,\n\nMonth-end tends to" },
  });
});

test("every prefix of an update is shown or passed over, and none throws", async () => {
  const ends = Array.from({ length: input.length + 1 }, (_, end) => end);
  const previews = await Promise.all(ends.map((end) => previewOf("update_draft", input.slice(0, end), state)));
  expect(previews.at(-1)).toMatchObject({ payload: { body: givenEdits.map(({ text }) => text).join("\n\n") } });
});

test("a tool that changes no text has no preview", async () => {
  expect(await previewOf("read_context", '{"query":"x"}', state)).toBeNull();
});

test("previews of a turn stand in the log before the version does, and end with its text", async () => {
  const turn = memoryTurn(state, givenLeads);
  await runTurn(
    turn.ports,
    scriptedChain(scriptedModel([{ calls: [{ name: "update_draft", input }] }, { text: "Done." }])),
  );
  const last = turn.events.findLast(({ kind }) => kind === "artifact.preview");
  expect(last).toMatchObject({ step: "llm-1", payload: { body: turn.state().session.draft?.body } });
});
