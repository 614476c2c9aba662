import type { TurnState } from "../../state.ts";
import { readTree, treeOf } from "../ast/read-tree.ts";
import { renderTree } from "../ast/tree.ts";
import type { Tree } from "../ast/tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import { foldBrief, notesOf } from "../brief/fold-brief.ts";
import type { FactSlot, Finding } from "../brief/finding.ts";
import type { MessageReading } from "../brief/read-message.ts";
import { polishClause } from "../brief/polish-clause.ts";
import { planSkeleton } from "../plan/plan-skeleton.ts";
import { settingOf } from "../plan/setting.ts";
import { planLock } from "../ops/lock.ts";
import { briefInput } from "./brief-input.ts";
import { editReceipt } from "./edit-receipt.ts";
import { orderOps } from "./order-ops.ts";
import { runOp } from "./run-op.ts";
import type { OpScene } from "./run-op.ts";
import { runFindings } from "./run-findings.ts";
import { slotFindings } from "../brief/slot-findings.ts";
import type { TurnPlan } from "./turn-plan.ts";

type Question = { readonly question: string; readonly options: readonly string[]; readonly about: string } | undefined;

/** Change the present draft by what the message commands and says. */
export function planEdit(state: TurnState, read: MessageReading, asked: Question): TurnPlan {
  const before = readTree(state);
  if (before === null) throw new Error("planEdit needs a draft");
  const reading = certain(withSlots(read, state, asked), asked);
  const { brief } = state.session;
  const notes = notesOf(brief);
  const ops = orderOps(reading.ops);
  const replacing = replacedSlots(reading, state.request.message);
  const known = foldBrief(state, reading.findings, ops, replacing);
  const variant = notes.variant + ops.filter(({ op }) => op === "variant").length;
  const setting = settingOf(state, known, variant);
  const locks = ops.flatMap((op) => (op.op === "lock" ? [planLock(before, op.target)] : []));
  const freed = new Set(ops.flatMap((op) => (op.op === "unlock" ? planLock(before, op.target).texts : [])));
  const lockedNow = [
    ...(brief.locked ?? []).filter((text) => !freed.has(text)),
    ...locks.flatMap(({ texts }) => texts),
  ];
  const locked = new Set(lockedNow);
  const subject = locks.some((lock) => lock.subject) ? { ...before.subject, locked: true } : before.subject;
  let scene: OpScene = {
    tree: { ...before, subject },
    setting,
    locked,
    state,
    options: notes.options ?? [],
    history: earlier(state),
  };
  const done: string[] = [];
  const open: string[] = [];
  let question: TurnPlan["question"] = null;
  let options: readonly string[] | undefined;
  let restored: number | undefined;
  const removed: string[] = [];
  const facts = runFindings(scene, reading.findings, replacing);
  scene = { ...scene, tree: facts.tree };
  done.push(...facts.done);
  open.push(...facts.open);
  for (const op of ops) {
    const result = runOp(op, scene);
    scene = { ...scene, tree: result.tree };
    done.push(...result.done);
    open.push(...result.open);
    question ??= result.question ?? null;
    options ??= result.options;
    restored ??= result.restored;
    removed.push(...(result.removed ?? []));
  }
  for (const lock of locks)
    if (lock.texts.length > 0 || lock.subject)
      done.push(
        lock.subject
          ? "the subject is kept as it is"
          : `kept ${lock.texts.map((text) => `“${text.replace(/\n/g, " ")}”`).join(" and ")} as it is`,
      );
  const tree = scene.tree;
  const changed = renderTree(tree) !== renderTree(before) || tree.subject.text !== before.subject.text;
  const lockChange = locks.length > 0 || freed.size > 0;
  const input = briefInput(state, known, {
    tone: ops.some(({ op }) => op === "tone") || reading.findings.some(({ slot }) => slot === "tone"),
    notes: {
      variant,
      ...(removed.length === 0 ? {} : { removed: [...known.removed, ...removed].slice(-20) }),
      ...(options === undefined ? {} : { options }),
    },
    ...(lockChange ? { locked: [...new Set(lockedNow)] } : {}),
  });
  const reply = editReceipt({
    done,
    open,
    unknown: reading.unknown,
    before,
    after: tree,
    changed,
    words: [wordsOfTree(before), wordsOfTree(tree)],
  });
  const skeleton =
    changed && state.session.skeleton !== null && blocksDiffer(tree, state) ? planSkeleton(tree, setting) : null;
  return {
    brief: input ?? null,
    skeleton,
    draft: changed ? { tree, ...(restored === undefined ? {} : { restored }) } : null,
    reply,
    question,
    preview: false,
  };
}

function earlier(state: TurnState): OpScene["history"] {
  return state.session.draft_history.map((draft) => ({
    number: draft.number,
    tree: treeOf(draft, {
      ...state,
      session: {
        ...state.session,
        draft,
        draft_history: state.session.draft_history.filter(({ number }) => number < draft.number),
      },
    }),
  }));
}

/** Whether the plan no longer lists the draft's blocks in their order. */
function blocksDiffer(tree: Tree, state: TurnState): boolean {
  const planned = state.session.skeleton?.skeleton.blocks.map(({ id }) => id) ?? [];
  const own = tree.blocks.flatMap(({ id }) => (id === null ? [] : [id]));
  return own.some((id) => !planned.includes(id)) || planned.some((id) => !own.includes(id)) || slotMoved(tree, state);
}

/** Whether the line that is written per lead no longer stands in the draft as the plan has it. */
function slotMoved(tree: Tree, state: TurnState): boolean {
  const opener = state.session.skeleton?.skeleton.blocks.find(
    ({ role, personalization }) => role === "opener" && personalization.approach !== "",
  );
  return (
    opener !== undefined &&
    opener.personalization.fallback !== "" &&
    !renderTree(tree).includes(opener.personalization.fallback) &&
    tree.blocks.some(({ id, sentences }) => id === opener.id && sentences[0]?.part === "opener")
  );
}

/** "Change the audience to …" becomes a finding; so does a bare answer to a question about a fact. */
function withSlots(read: MessageReading, state: TurnState, asked: Question): MessageReading {
  const slots = slotFindings(read.ops);
  const about = asked?.about;
  const bare =
    read.ops.length === 0 &&
    read.findings.length === 0 &&
    (about === "proof" || about === "pain" || about === "outcome")
      ? [
          {
            slot: about,
            value: polishClause(state.request.message),
            quote: state.request.message,
            weight: 2,
          } as Finding,
        ]
      : [];
  return {
    ops: read.ops.filter(({ op }) => op !== "slot"),
    findings: [...read.findings, ...slots, ...bare],
    unknown: bare.length > 0 ? [] : read.unknown,
  };
}

/** With a draft at hand, what was only guessed from loose words is not written into it: it counts as not understood. */
function certain(reading: MessageReading, asked: Question): MessageReading {
  const sure = reading.findings.filter(
    ({ slot, weight, value }) =>
      weight > 1 || slot === asked?.about || /\d/.test(value) || slot === "tone" || slot === "length",
  );
  const doubtful = reading.findings.filter(
    (finding) => !sure.includes(finding) && !sure.some(({ quote }) => quote === finding.quote),
  );
  return { ...reading, findings: sure, unknown: [...reading.unknown, ...new Set(doubtful.map(({ quote }) => quote))] };
}

/** Slots that the message changes rather than adds to. */
function replacedSlots(reading: MessageReading, message: string): ReadonlySet<FactSlot> {
  const correcting =
    /\b(?:actually|instead|rather|correction|change|changed|wrong|not .{2,40} but|no longer|i meant|should be|is now|switch)\b/i.test(
      message,
    );
  return new Set(
    reading.findings.flatMap(({ slot, weight }) =>
      (slot === "audience" || slot === "product" || slot === "pain" || slot === "outcome" || slot === "proof") &&
      (weight === 3 || correcting || slot === "audience")
        ? [slot]
        : [],
    ),
  );
}
