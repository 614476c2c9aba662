import type { ExampleAnswer, ExampleTask } from "../../model-task.ts";
import { hash } from "../plan/seeded.ts";
import { positionClass } from "./position-class.ts";
import { safeValue } from "./safe-value.ts";

interface Written {
  readonly text: string;
  readonly evidence_ids: readonly string[];
}

/** Sentences for one lead, each resting on a field it can cite. A slot with nothing to rest on is left out. */
export function writeExampleAnswer(task: ExampleTask): ExampleAnswer {
  return {
    slots: task.slots.flatMap((slot) => {
      const written = sentenceFor(slot, task);
      return written === undefined ? [] : [{ block_id: slot.block_id, sentences: [written] }];
    }),
  };
}

function sentenceFor(slot: ExampleTask["slots"][number], task: ExampleTask): Written | undefined {
  const position = field(task, "position");
  const company = field(task, "company");
  const held = position === undefined ? undefined : positionClass(position.text);
  const name = company === undefined ? undefined : safeValue(company.text);
  const asks = /earlier|last (?:email|note|message)|previous|wrote|addition/i.test(`${slot.prompt} ${slot.fallback}`);
  if (!asks && held !== undefined && position !== undefined) {
    const at = name === undefined || company === undefined ? "" : ` at ${name}`;
    const ids = [position.id, ...(at === "" || company === undefined ? [] : [company.id])];
    return {
      text: pick(task, slot.block_id, roleLines(slot.fallback)).replace("{held}", held).replace("{at}", at),
      evidence_ids: ids,
    };
  }
  if (name !== undefined && company !== undefined && /\byour [a-z-]+(?: [a-z-]+)?(?=[ .,?])/i.test(slot.fallback)) {
    const text = slot.fallback.replace(placeWords(slot.fallback), name);
    if (text !== slot.fallback && !/%/.test(text)) return { text, evidence_ids: [company.id] };
  }
  if (name !== undefined && company !== undefined && !asks)
    return { text: pick(task, slot.block_id, companyLines).replace("{co}", name), evidence_ids: [company.id] };
  return undefined;
}

/** Lines that lead into a trouble, or into an idea, as the fallback does. */
function roleLines(fallback: string): readonly string[] {
  const toTrouble =
    /familiar|ring|true|know this|seen this|recogni|hits? home|nod|problem|costing|common story|wrong about|ignore me|issue/i.test(
      fallback,
    );
  return toTrouble
    ? [
        "As {held}{at}, you may know this one well.",
        "As {held}{at}, you may have seen this yourself.",
        "This may sound familiar to you as {held}{at}.",
        "You may recognize this as {held}{at}.",
      ]
    : [
        "This one is for you as {held}{at}.",
        "As {held}{at}, you may find this useful.",
        "I wrote this with you as {held}{at} in mind.",
        "This may be of use to you as {held}{at}.",
      ];
}

const companyLines = [
  "This may be true at {co} as well.",
  "You may have seen this at {co} too.",
  "This may sound familiar at {co}.",
];

function placeWords(text: string): RegExp {
  return /\b[Yy]our (?=(?:company|team|firm|business|clinic|hospital|practice|school|church|farm|shop|store|restaurant|hotel|agency|lab|studio|office|[a-z]+)\b)[a-z-]+/.test(
    text,
  )
    ? /\b[Yy]our [a-z-]+/
    : /\byour [a-z-]+/i;
}

function field(task: ExampleTask, name: string): { readonly id: string; readonly text: string } | undefined {
  const found = task.evidence.find((one) => one.kind === "lead_field" && one.field === name);
  return found === undefined || safeValue(found.text) === undefined ? undefined : { id: found.id, text: found.text };
}

function pick(task: ExampleTask, block: string, lines: readonly string[]): string {
  return lines[hash(`${task.lead_key}|${block}`) % lines.length] ?? "";
}
