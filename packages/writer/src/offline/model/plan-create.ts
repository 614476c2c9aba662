import type { TurnState } from "../../state.ts";
import { foldBrief, notesOf } from "../brief/fold-brief.ts";
import type { MessageReading } from "../brief/read-message.ts";
import type { Finding } from "../brief/finding.ts";
import { inferAudience } from "../brief/infer-audience.ts";
import { tidyAudience } from "../brief/read-audience.ts";
import { slotFindings } from "../brief/slot-findings.ts";
import type { Op } from "../nlu/op.ts";
import { planSkeleton } from "../plan/plan-skeleton.ts";
import { settingOf } from "../plan/setting.ts";
import type { Setting } from "../plan/setting.ts";
import { composeEmail } from "../plan/compose.ts";
import { shorten } from "../ops/shorten.ts";
import { lengthen } from "../ops/lengthen.ts";
import { mention } from "../ops/add.ts";
import { postscript } from "../ops/postscript.ts";
import { useVariable } from "../ops/use-variable.ts";
import { ban } from "../ops/ban.ts";
import type { Tree } from "../ast/tree.ts";
import { briefInput } from "./brief-input.ts";
import { createReceipt } from "./create-receipt.ts";
import { planQuestion } from "./plan-question.ts";
import type { TurnPlan } from "./turn-plan.ts";

/** Write a first draft of this email, or ask the one question it cannot do without. */
export function planCreate(state: TurnState, reading: MessageReading): TurnPlan {
  const told = [...reading.findings, ...slotFindings(reading.ops), ...answered(state, reading)];
  const findings = state.session.brief.audience === undefined ? [...told, ...inferAudience(told)] : told;
  const known = foldBrief(state, findings, reading.ops, new Set());
  const notes = notesOf(state.session.brief);
  const place = reading.ops.flatMap((op) => (op.op === "create" && op.place !== undefined ? [op.place] : []))[0];
  const question = planQuestion(state, known, reading, notes);
  const tone = reading.ops.some(({ op }) => op === "tone") || findings.some(({ slot }) => slot === "tone");
  if (question !== null) {
    const brief = briefInput(state, known, {
      tone,
      length: known.length,
      notes: { asked: [...notes.asked, question.question?.about ?? "talk"].slice(-12) },
    });
    return { brief: brief ?? null, skeleton: null, draft: null, preview: false, ...question };
  }
  const again = state.session.draft === null ? notes.variant : notes.variant + 1;
  const usual = settingOf(state, known, again);
  const setting: Setting =
    place === "follow" && usual.place === "first" && state.node.place > 1
      ? { ...usual, place }
      : place === "last"
        ? { ...usual, place }
        : usual;
  const { tree, open } = finishing(composeEmail(setting), setting, reading.ops, state);
  const brief = briefInput(state, known, {
    tone,
    length: known.length,
    pattern: known.pattern,
    notes: { variant: again },
  });
  return {
    brief: brief ?? {},
    skeleton: planSkeleton(tree, setting),
    draft: { tree },
    reply: createReceipt(tree, setting, state, reading, open),
    question: null,
    preview: false,
  };
}

/** An answer to a question that no pattern could read is taken at its word. */
function answered(state: TurnState, reading: MessageReading): Finding[] {
  const asked = state.session.dialogue.findLast(({ role }) => role === "assistant")?.question?.about;
  const text = state.request.message.trim();
  if (asked === undefined || reading.findings.length > 0 || reading.ops.length > 0 || text.split(/\s+/).length > 40)
    return [];
  if (asked === "audience") return [{ slot: "audience", value: tidyAudience(text), quote: text, weight: 2 }];
  return asked === "product" ? [{ slot: "product", value: text.replace(/[.!]+$/, ""), quote: text, weight: 2 }] : [];
}

/** Wishes of the first message beyond the brief: length, things to mention, a P.S., words to avoid. */
function finishing(
  composed: Tree,
  setting: Setting,
  ops: readonly Op[],
  state: TurnState,
): { readonly tree: Tree; readonly open: readonly string[] } {
  const evidence = `message:${state.request.message_id}`;
  let tree = composed;
  const open: string[] = [];
  const scene = (): { tree: Tree; setting: Setting; locked: ReadonlySet<string> } => ({
    tree,
    setting,
    locked: new Set<string>(),
  });
  for (const op of ops) {
    const result =
      op.op === "mention"
        ? mention(scene(), op.text, evidence)
        : op.op === "ps"
          ? postscript(scene(), op, evidence)
          : op.op === "variable"
            ? useVariable(scene(), op.said, state.field_profile)
            : undefined;
    if (result === undefined) continue;
    tree = result.tree;
    open.push(...result.open);
  }
  const length = setting.known.length;
  const words = Number(length);
  if (length === "short") tree = shorten(scene(), { words: 60 }).tree;
  else if (Number.isFinite(words) && words > 0) {
    const result = shorten(scene(), { words });
    tree = result.tree;
    open.push(...result.open.filter((line) => !/already has/.test(line)));
  } else if (length === "long") tree = lengthen(scene(), { words: 105 }).tree;
  else if (setting.place === "first") tree = shorten(scene(), { words: 125 }).tree;
  if (setting.banned.length > 0) {
    const result = ban(scene(), setting.banned);
    tree = result.tree;
    open.push(...result.open);
  }
  return { tree, open };
}
