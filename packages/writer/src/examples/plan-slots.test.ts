import { expect, test } from "vitest";
import type { ExamplesState } from "../ports.ts";
import { givenSkeleton } from "../testing/given-turn.ts";
import { fillSlots } from "./fill-slots.ts";
import { planSlots } from "./plan-slots.ts";

const fallback = "Month-end tends to eat the first week.";
const skeleton = { framework_version: 1, skeleton: givenSkeleton, author: "ai" as const };

function draftOf(
  body: string,
  block_spans: NonNullable<ExamplesState["draft"]>["block_spans"] = null,
): NonNullable<ExamplesState["draft"]> {
  return {
    number: 1,
    revision: 2,
    subject: "Hello",
    body,
    block_spans,
    framework_version: 1,
    author: "ai",
    notes: null,
    claims: [],
  };
}

test("without a draft the skeleton's body stands in, its slots filled by fallbacks", () => {
  const plan = planSlots({ skeleton, draft: null });
  expect(plan.email.body).toBe(
    `Hi %first_name|there%,\n\n${fallback}\n\nLedgerly closes the books without spreadsheets.\n\nWorth a short call?`,
  );
  expect(plan.slots.map(({ block, from, to }) => [block.id, plan.email.body.slice(from, to)])).toEqual([
    ["opener", fallback],
  ]);
});

test("a slot stands where the draft has its fallback", () => {
  const body = `Hello,\n\nA word first. ${fallback} And one after.\n\nWorth a call?`;
  const [slot] = planSlots({ skeleton, draft: draftOf(body) }).slots;
  expect(body.slice(slot?.from, slot?.to)).toBe(fallback);
});

test("a slot that is a paragraph of its own takes its block's range, whatever the draft says there", () => {
  const body = "Hello,\n\nAs %position|a finance lead% you know the close.\n\nWorth a call?";
  const from = body.indexOf("As %");
  const to = body.indexOf("\n\nWorth");
  expect(planSlots({ skeleton, draft: draftOf(body, [{ block_id: "opener", from, to }]) }).slots).toMatchObject([
    { from, to },
  ]);
});

test("a slot whose block a person rewrote beyond recognition has no place: the person's words stay", () => {
  expect(planSlots({ skeleton, draft: draftOf("My own words only.") }).slots).toEqual([]);
});

test("a slot without a name belongs to the next block that rests on facts and has none yet", () => {
  const { slots } = fillSlots({ ...givenSkeleton, body: "&&one line on their role&&\n\nWorth a call?" });
  expect(slots.map(({ block }) => block.id)).toEqual(["opener"]);
});
