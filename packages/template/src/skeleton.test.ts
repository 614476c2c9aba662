import { expect, test } from "vitest";
import { z } from "zod";
import { Skeleton, type SkeletonInput } from "./skeleton.ts";
import { tieSlots } from "./tie-slots.ts";

const personalization = { fields: ["first_name"], approach: "", fallback: "" };
const block = (name: string, rest: Partial<SkeletonInput["blocks"][number]> = {}): SkeletonInput["blocks"][number] => ({
  name,
  strategy: "Do it.",
  personalization,
  ...rest,
});
const input = (...blocks: SkeletonInput["blocks"]): SkeletonInput => ({
  subject: "s",
  body: "b",
  blocks,
  example_subject: "",
  example_body: "",
});

test("a block without id gets a slug of its name, a block without role is other", () => {
  const { blocks } = Skeleton.parse(input(block("Café Opener!"), block("The ask", { id: "the_ask", role: "ask" })));
  expect(blocks.map(({ id, role }) => [id, role])).toEqual([
    ["cafe_opener", "other"],
    ["the_ask", "ask"],
  ]);
});

test("ids made from names never collide, and written ids are left alone even when they do", () => {
  expect(
    Skeleton.parse(input(block("Proof"), block("Proof"), block("1 2"), block("证明"))).blocks.map(({ id }) => id),
  ).toEqual(["proof", "proof_2", "block", "block_2"]);
  expect(Skeleton.parse(input(block("A", { id: "a" }), block("B", { id: "a" }))).blocks.map(({ id }) => id)).toEqual([
    "a",
    "a",
  ]);
});

test("an unknown key is an issue with its path", () => {
  const result = Skeleton.safeParse({ ...input(block("A")), blocks: [{ ...block("A"), colour: "red" }] });
  expect(result.error?.issues.map(({ code, path }) => [code, path.join("/")])).toEqual([
    ["unrecognized_keys", "blocks/0"],
  ]);
});

test("what was parsed parses to itself", () => {
  const once = Skeleton.parse(input(block("Opener"), block("Ask", { role: "ask" })));
  expect(Skeleton.parse(once)).toEqual(once);
});

test("as JSON schema the input may leave out id and role, the output has both", () => {
  const required = (io: "input" | "output"): unknown =>
    JSON.parse(JSON.stringify(z.toJSONSchema(Skeleton, { io }))).properties.blocks.items.required;
  expect(required("input")).toEqual(["name", "strategy", "personalization"]);
  expect(required("output")).toEqual(["id", "role", "name", "strategy", "personalization"]);
});

test("a slot belongs to the block it names, else to the next block with an approach and no slot", () => {
  const approach = { ...personalization, approach: "Use the job." };
  const skeleton = Skeleton.parse({
    ...input(
      block("One", { personalization: approach }),
      block("Two"),
      block("Three", { personalization: approach }),
      block("Four", { personalization: approach }),
    ),
    body: "&&a line&& &&one: another&& &&a third&& &&nobody: x&& &&a fourth&&",
  });
  expect(tieSlots(skeleton).ties.map(({ block: tied }) => tied?.id ?? null)).toEqual([
    "three",
    "one",
    "four",
    null,
    null,
  ]);
});
