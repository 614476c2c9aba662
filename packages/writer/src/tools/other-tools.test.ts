import { expect, test } from "vitest";
import { givenSkeleton, givenTurn } from "../testing/given-turn.ts";
import { issuesOf, run } from "../testing/run-tool.ts";

test("a skeleton is changed by block, and one made for an older version is turned back", async () => {
  const ask = {
    id: "ask",
    role: "ask",
    name: "Ask",
    strategy: "Offer a resource.",
    personalization: { fields: [], approach: "", fallback: "" },
  };
  expect(
    await run("update_skeleton", {
      base_version: 1,
      ops: [
        { op: "set", block: ask },
        { op: "move", block_id: "ask", to: 2 },
      ],
    }),
  ).toMatchObject({
    kind: "skeleton",
    skeleton: {
      blocks: [{ id: "greeting" }, { id: "opener" }, { id: "ask", strategy: "Offer a resource." }, { id: "value" }],
    },
  });
  expect(await issuesOf("update_skeleton", { base_version: 0, skeleton: { ...givenSkeleton } })).toEqual([
    "base_version",
  ]);
});

test.each([
  [
    "a slot whose block has no fallback",
    {
      blocks: givenSkeleton.blocks.map((block) =>
        block.id === "opener" ? { ...block, personalization: { ...block.personalization, fallback: "" } } : block,
      ),
    },
    "K02",
  ],
  ["a slot of a block that does not exist", { body: givenSkeleton.body.replace("&&opener:", "&&nobody:") }, "K01"],
  [
    "no ask",
    {
      blocks: givenSkeleton.blocks.map((block) => (block.id === "ask" ? { ...block, role: "other" as const } : block)),
    },
    "K02",
  ],
  ["an unknown variable", { subject: "Hello %nickname%" }, "V01"],
])("a skeleton with %s is refused", async (_, change, code) => {
  const state = givenTurn("x");
  expect(
    await issuesOf(
      "update_skeleton",
      { base_version: 0, skeleton: JSON.parse(JSON.stringify({ ...givenSkeleton, ...change })) },
      state,
    ),
  ).toContain(code);
});

test("set_brief keeps what was known, replaces lists, and says where each value comes from", async () => {
  const state = givenTurn("We sell it to founders.", {
    brief: { ask: { value: "a call", source: "message" }, banned: ["synergy"] },
  });
  const effect = await run(
    "set_brief",
    {
      audience: { value: "founders", evidence: "to founders" },
      proof: { value: "9 days to 4", evidence: "from 9 days to 4 days" },
      tone: { value: "plain", evidence: "" },
      banned: ["leverage"],
    },
    state,
  );
  expect(effect).toMatchObject({
    kind: "brief",
    brief: {
      ask: { value: "a call" },
      audience: { source: "message", message_id: "m1" },
      proof: { source: "context" },
      tone: { source: "inferred" },
      banned: ["leverage"],
    },
    result: { ok: true, missing: ["product", "pain"] },
  });
});

test("what small models get wrong about shapes is read as meant", async () => {
  expect(await run("read_context", { query: "close" })).toMatchObject({ result: { ok: true } });
  expect(await run("set_brief", { banned: "synergy" })).toMatchObject({
    kind: "brief",
    brief: { banned: ["synergy"] },
  });
  expect(
    await run("update_draft", {
      base_revision: "3",
      edits: { block_id: "ask", op: "replace", text: "Open to a short call?" },
      claims: [],
    }),
  ).toMatchObject({ kind: "draft" });
  expect(
    await run("update_draft", {
      base_revision: 3,
      edits: JSON.stringify([{ block_id: "ask", op: "replace", text: "Open to a short call?" }]),
      claims: [],
    }),
  ).toMatchObject({ kind: "draft" });
});

test("what is wrong beyond that comes back as an issue with its path", async () => {
  const effect = await run("update_draft", {
    base_revision: 3,
    edits: [{ block_id: "ask", op: "rewrite", text: "x" }],
    claims: [],
  });
  expect(effect.result).toMatchObject({ ok: false, issues: [{ code: "invalid_input", path: "edits.0.op" }] });
});

test("a preview shows classes, lengths and checks, and no value of a lead", async () => {
  const { result } = await run("preview_leads", { n: 3 });
  expect(result).toMatchObject({ ok: true, leads: [{ ok: true }, {}, {}] });
  expect(JSON.stringify(result)).not.toMatch(/Anna|Kowal|Kite|Orchard|Harbor|CFO/);
});

test("facts are found by their words, the fitting one first", async () => {
  const { result } = await run("read_context", { query: "how fast is the close at Northwind" });
  expect(result).toMatchObject({ facts: [{ id: "fact:f2" }, { id: "fact:f1" }] });
});
