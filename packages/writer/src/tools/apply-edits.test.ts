import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { fromPieces, toPieces } from "./draft-pieces.ts";

const order = ["greeting", "opener", "value", "ask"];
const base = fromPieces([
  { block_id: "greeting", text: "Hi,", before: "" },
  { block_id: "opener", text: "Closing is slow.", before: "\n\n" },
  { block_id: "ask", text: "Worth a call?", before: "\n\n" },
]);

test("replacing one block leaves every other byte as it was", () => {
  const { body } = applyEdits(base, [{ block_id: "opener", op: "replace", text: "Closing eats a week." }], order);
  expect(body).toBe("Hi,\n\nClosing eats a week.\n\nWorth a call?");
});

test("a block the draft lacks is put where the plan has it", () => {
  const { body, spans } = applyEdits(base, [{ block_id: "value", op: "replace", text: "We help." }], order);
  expect(body).toBe("Hi,\n\nClosing is slow.\n\nWe help.\n\nWorth a call?");
  expect(spans.map(({ block_id }) => block_id)).toEqual(order);
});

test("an empty draft is written in the plan's order whatever the order of edits", () => {
  const edits = ["ask", "greeting", "value", "opener"].map((block_id) => ({
    block_id,
    op: "replace" as const,
    text: block_id,
  }));
  expect(applyEdits({ body: "", spans: [] }, edits, order).body).toBe("greeting\n\nopener\n\nvalue\n\nask");
});

test("deleting a block takes its space along", () => {
  expect(applyEdits(base, [{ block_id: "greeting", op: "delete" }], order).body).toBe(
    "Closing is slow.\n\nWorth a call?",
  );
});

test("inserted text belongs to the block it follows", () => {
  const { body, spans } = applyEdits(
    base,
    [{ block_id: "opener", op: "insert_after", text: "It need not be." }],
    order,
  );
  expect(body).toBe("Hi,\n\nClosing is slow.\n\nIt need not be.\n\nWorth a call?");
  expect(spans.map(({ block_id, from, to }) => [block_id, body.slice(from, to)])[1]).toEqual([
    "opener",
    "Closing is slow.\n\nIt need not be.",
  ]);
});

test("a block that is not in the plan is an issue that lists the plan's blocks", () => {
  expect(applyEdits(base, [{ block_id: "intro", op: "replace", text: "x" }], order).issues).toEqual([
    { code: "unknown_block", path: "edits.0", got: "intro", hint: "use one of: greeting, opener, value, ask" },
  ]);
});

test("words of no block stay where they are", () => {
  const body = "Hi,\n\nMy own line.\n\nWorth a call?";
  const spans = [
    { block_id: "greeting", from: 0, to: 3 },
    { block_id: "ask", from: body.indexOf("Worth"), to: body.length },
  ];
  expect(applyEdits({ body, spans }, [{ block_id: "ask", op: "replace", text: "Open to a call?" }], order).body).toBe(
    "Hi,\n\nMy own line.\n\nOpen to a call?",
  );
});

test("cutting a body into pieces and putting it together gives the same body", () => {
  expect.hasAssertions();
  const word = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "."), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.boolean()), { maxLength: 8 }), (parts) => {
      let body = "";
      const spans = parts.flatMap(([text, marked], i) => {
        const from = body.length;
        body += text;
        return marked && text.trim() === text ? [{ block_id: `b${i}`, from, to: body.length }] : [];
      });
      const pieces = toPieces(body, spans);
      const glued = pieces.some(({ before }, i) => i > 0 && before === "");
      fc.pre(!glued);
      expect(fromPieces(pieces).body).toBe(body.trim());
    }),
    { numRuns: 1000 },
  );
});
