import { expect, test } from "vitest";
import { runTurn } from "./run-turn.ts";
import { givenEdits, givenLeads, givenSkeleton, givenTurn } from "./testing/given-turn.ts";
import { memoryTurn } from "./testing/memory-turn.ts";
import { runToEnd } from "./testing/run-to-end.ts";
import { scriptedChain, scriptedModel } from "./testing/scripted-model.ts";

const skeleton = { framework_version: 1, skeleton: givenSkeleton, author: "ai" as const };

function update(change: Partial<Record<string, string>>, subject = "Month-end at %company|your team%") {
  const edits = givenEdits.map((edit) => ({ ...edit, text: change[edit.block_id] ?? edit.text }));
  return { name: "update_draft", input: { base_revision: 1, subject, edits, claims: [] } };
}

test("a stop without success stores the best try when mechanical fixes make it pass", async () => {
  const turn = memoryTurn(givenTurn("Write it.", { skeleton }), givenLeads);
  // A variable that some leads lack is mended by writing a fallback; nobody has to rephrase for it.
  const model = scriptedModel(() => ({
    calls: [update({ opener: "%position%: month-end tends to eat the first week." })],
  }));
  expect(await runTurn(turn.ports, scriptedChain(model))).toEqual({ rule: "repeated_issues" });
  expect(turn.state().session.draft?.body).toMatch(/%position\|[^%]+%: month-end/);
  expect(turn.ends[0]?.text).toBe("I changed the draft. I stopped because the same problem came back.");
});

test("a try that no mechanical fix can save is not stored, and the reply says what is open", async () => {
  const turn = memoryTurn(givenTurn("Write it.", { skeleton }), givenLeads);
  const model = scriptedModel(() => ({
    calls: [update({ ask: "Worth a call? Shall I send the numbers? Who else should know?" }, "")],
  }));
  await runTurn(turn.ports, scriptedChain(model));
  expect(turn.state().session.draft).toBeNull();
  expect(turn.ends[0]?.text).toMatch(
    /^Nothing was changed\. I stopped because the same problem came back\.\n\nStill open:\n- /,
  );
});

test("too long a try is shortened sentence by sentence, and keeps its question and what was locked", async () => {
  const locked = "Keep this one sentence as it is.";
  const long = Array.from(
    { length: 24 },
    () => "Closing takes far longer than anyone in the team would like it to take.",
  ).join(" ");
  const turn = memoryTurn(givenTurn("Write it.", { skeleton, brief: { locked: [locked] } }), givenLeads);
  const model = scriptedModel(() => ({ calls: [update({ value: `${long} ${locked}` })] }));
  await runTurn(turn.ports, scriptedChain(model));
  const body = turn.state().session.draft?.body ?? "";
  expect(body.split(/\s+/).length).toBeLessThanOrEqual(200);
  expect(body).toContain(locked);
  expect(body).toContain("Worth a short call?");
});

test("of several tries the one with the fewest issues is mended", async () => {
  const turn = memoryTurn(givenTurn("Write it.", { skeleton }), givenLeads);
  const tries = [
    update({ value: "Save 90 percent and 40 days.", ask: "No question here." }),
    update({ opener: "%position%: month-end is slow." }),
    update({ value: "Save 80 percent.", opener: "%position%: closing." }),
  ];
  const model = scriptedModel((call) => ({ calls: tries.slice(call - 1, call) }));
  expect(await runTurn(turn.ports, scriptedChain(model))).toEqual({ rule: "failed_updates" });
  expect(turn.state().session.draft?.body).toContain("month-end is slow");
});

test("a crash around the mended version stores it once", async () => {
  for (const at of ["before commitTool", "after commitTool", "unacknowledged"] as const) {
    const turn = memoryTurn(givenTurn("Write it.", { skeleton }), givenLeads);
    turn.crashOnce({ step: "fix", at });
    const model = scriptedModel(() => ({
      calls: [update({ opener: "%position%: month-end tends to eat the first week." })],
    }));
    await runToEnd(() => runTurn(turn.ports, scriptedChain(model)));
    expect(turn.state().session.draft?.number).toBe(1);
    expect(model.asked).toHaveLength(2);
  }
});
