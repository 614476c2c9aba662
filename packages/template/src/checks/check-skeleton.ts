import { createCatalogue, type Catalogue } from "../catalogue.ts";
import { customKey } from "../names.ts";
import { parse } from "../parse.ts";
import { nearestName, resolve } from "../resolve.ts";
import type { Block, Skeleton } from "../skeleton.ts";
import { tieSlots } from "../tie-slots.ts";
import { variables } from "../variables.ts";
import { edit, fixOf } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";

/** K01: slots that cannot be read, that no block explains, or that share a block. */
export function slotsBelong(skeleton: Skeleton): Finding[] {
  const { ties, bad } = tieSlots(skeleton);
  const { body } = skeleton;
  const findings: Finding[] = bad.map((token) => {
    const span = { from: token.from, to: token.to };
    const says = { empty: "is empty", unclosed: "is not closed", too_long: "is too long" }[token.reason];
    const edits = token.reason === "too_long" ? [] : [edit("body", body, span, token.reason === "unclosed" ? "&" : "")];
    return failed(`The slot “${body.slice(token.from, token.from + 30)}” ${says}.`, {
      spans: [{ part: "body", ...span }],
      fix: fixOf("retie_slot", "Write each slot as &&block: what to say&&.", edits),
    });
  });
  const seen = new Set<string>();
  for (const { slot, block } of ties) {
    const spans = [{ part: "body" as const, from: slot.from, to: slot.to }];
    if (block === null) {
      const free = skeleton.blocks.find(
        (one) => one.personalization.approach.trim() !== "" && !ties.some((tie) => tie.block === one),
      );
      const edits = free === undefined ? [] : [edit("body", body, slot, `&&${free.id}: ${slot.text}&&`)];
      findings.push(
        failed(
          slot.block_id === null
            ? "A slot finds no block with an approach."
            : `There is no block ${slot.block_id} for this slot.`,
          { spans, fix: fixOf("retie_slot", "Tie the slot to a block that has an approach.", edits) },
        ),
      );
    } else if (seen.has(block.id))
      findings.push(
        failed(`The block ${block.name} has more than one slot.`, {
          spans,
          about: block.id,
          fix: fixOf("retie_slot", `Keep one slot for ${block.name}.`, [edit("body", body, slot, "")]),
        }),
      );
    else seen.add(block.id);
  }
  const used = new Set(
    [skeleton.subject, body].flatMap((source) => variables(parse(source, "skeleton")).map(({ name }) => name)),
  );
  for (const block of skeleton.blocks) {
    const { approach, fields } = block.personalization;
    if (approach.trim() === "" || seen.has(block.id) || fields.some((name) => used.has(name))) continue;
    findings.push(
      failed(`The block ${block.name} has an approach, but no slot or variable in the body.`, {
        about: block.id,
        fix: fixOf("retie_slot", `Give ${block.name} a slot, or empty its approach.`),
      }),
    );
  }
  return findings.length > 0
    ? findings
    : [passed(ties.length === 0 ? "The skeleton has no slots." : "Every slot belongs to one block.")];
}

/** K02: a slot's block without fallback, unknown fields, an id used twice, no ask block. */
export function blocksComplete(skeleton: Skeleton, catalogue: Catalogue = createCatalogue()): Finding[] {
  const slotted = new Set(tieSlots(skeleton).ties.map(({ block }) => block));
  const findings: Finding[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const change = (block: Block, instruction: string): Pick<Finding, "about" | "fix"> => ({
    about: block.id,
    fix: fixOf("edit_block", instruction),
  });
  for (const block of skeleton.blocks) {
    const { fields, fallback } = block.personalization;
    if (slotted.has(block) && fallback.trim() === "")
      findings.push(
        failed(
          `The block ${block.name} has a slot, but no fallback for leads without data.`,
          change(block, `Write a fallback sentence for ${block.name}.`),
        ),
      );
    if (ids.has(block.id))
      findings.push(failed(`The block id ${block.id} is used twice.`, change(block, `Give ${block.name} another id.`)));
    ids.add(block.id);
    for (const name of fields) {
      if (catalogue.known.has(name)) continue;
      if (!catalogue.complete && customKey(name) !== undefined) open.push(name);
      else {
        const nearest = nearestName(name, catalogue);
        findings.push(
          failed(
            `The block ${block.name} rests on ${name}, which no lead has.${nearest === null ? "" : ` Did you mean ${nearest}?`}`,
            change(block, `Use a known field in ${block.name}.`),
          ),
        );
      }
    }
  }
  if (!skeleton.blocks.some(({ role }) => role === "ask"))
    findings.push(failed("No block asks for anything.", { fix: fixOf("edit_block", "Add a block with role ask.") }));
  if (open.length > 0)
    findings.push(
      unsure(`Whether leads will have ${[...new Set(open)].join(", ")} is not known.`, "no leads in the campaign"),
    );
  return findings.length > 0 ? findings : [passed("Every block is complete.")];
}

/** V01 for the skeleton's own texts. */
export function skeletonVariables(skeleton: Skeleton, catalogue: Catalogue = createCatalogue()): Finding[] {
  const unknown = [skeleton.subject, skeleton.body].flatMap(
    (source) => resolve(parse(source, "skeleton"), catalogue).unknown,
  );
  const wrong = unknown.filter(({ undecided }) => !undecided).map(({ name }) => name);
  const names = [...new Set(wrong)];
  if (names.length > 0)
    return [
      failed(`No lead has ${names.join(", ")}.`, {
        got: names,
        fix: fixOf("rename_variable", `Use known variables instead of ${names.join(", ")}.`),
      }),
    ];
  if (unknown.length > 0)
    return [
      unsure("Whether leads will have the skeleton's custom variables is not known.", "no leads in the campaign"),
    ];
  return [passed("Every variable of the skeleton is known.")];
}
