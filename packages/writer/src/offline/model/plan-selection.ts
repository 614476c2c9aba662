import type { TurnState } from "../../state.ts";
import { readTree } from "../ast/read-tree.ts";
import { sentencesOf } from "../ast/tree.ts";
import type { Tree } from "../ast/tree.ts";
import { foldBrief, notesOf } from "../brief/fold-brief.ts";
import type { MessageReading } from "../brief/read-message.ts";
import { foldCharacters } from "../nlu/fold-characters.ts";
import { isTalk } from "../nlu/op.ts";
import { compress, dropTail } from "../ops/compress.ts";
import { againIn } from "../ops/say-again.ts";
import { toYesNo } from "../ops/as-question.ts";
import { literal, settingOf } from "../plan/setting.ts";
import { wordCount } from "../plan/sentence.ts";
import { inTone } from "../plan/tone-wording.ts";
import { planTalk } from "./plan-talk.ts";
import type { TurnPlan } from "./turn-plan.ts";

/** Change only the selected words. Everything around them stays byte for byte. */
export function planSelection(state: TurnState, reading: MessageReading): TurnPlan {
  const { selection } = state.request;
  const tree = readTree(state);
  const draft = state.session.draft;
  if (selection === undefined || tree === null || draft === null) return planTalk(state, reading);
  const work = direct(state.request.message) ?? reading.ops.filter((op) => !isTalk(op));
  const text = draft[selection.field];
  const chosen = text.slice(selection.from, selection.to);
  if (work.length === 0)
    return reading.ops.length > 0
      ? planTalk(state, reading)
      : refuse(
          `I did not understand what to do with “${short(chosen)}”. Say for example “shorter”, “remove this”, “more casual”, or “replace it with "…"”.`,
        );
  if (draft.revision < selection.revision || chosen.trim() === "")
    return refuse("The selection is empty or no longer fits the text. Select the words again, please.");
  const next = work.reduce<string | null>(
    (current, op) => (current === null ? null : change(current, op, state, reading, tree, chosen)),
    chosen,
  );
  if (next === null || next === chosen)
    return refuse(
      `I left “${short(chosen)}” as it is: I found no way to do that within the selection. Select the whole sentence, or give me the words to put there.`,
    );
  const value = text.slice(0, selection.from) + next + text.slice(selection.to);
  const tidy = next === "" && selection.field === "body" ? value : value;
  const changed: Tree = selection.field === "subject" ? { ...tree, subject: { text: tidy } } : tree;
  const done =
    next.trim() === "" ? `removed “${short(chosen)}”` : `“${short(chosen)}” now reads “${short(next.trim())}”`;
  return {
    brief: null,
    skeleton: null,
    draft: { tree: changed, body: selection.field === "body" ? tidy : draft.body },
    reply: `Done: ${done} (${wordCount(chosen)} → ${wordCount(next)} words). Nothing else changed.`,
    question: null,
    preview: false,
  };
}

/** What "this" and "it" mean is clear with a selection at hand. */
function direct(message: string): MessageReading["ops"] | undefined {
  const plain = foldCharacters(message)
    .trim()
    .replace(/[.!\s]+$/, "");
  if (
    /^(?:please )?(?:remove|delete|drop|cut|take out|get rid of|lose|erase|scrap|kill)(?: (?:it|this|that|these|the selection|this (?:part|bit|sentence|line|paragraph)))?(?: please)?$/i.test(
      plain,
    )
  )
    return [{ op: "remove", target: { kind: "all" } }];
  const given =
    /^(?:please )?(?:(?:replace|change|rewrite|swap|turn|make|set)\s+(?:it|this|that|the selection|this (?:part|bit|sentence|line|paragraph|word))\s*(?:with|to|into|say|read|by|for)?\s*:?\s*|(?:say|write|use|put|better)\s*:?\s*(?:instead\s*:?\s*)?)"([^"]+)"(?: instead)?$/i.exec(
      plain,
    ) ??
    /^"([^"]+)"$/.exec(plain) ??
    /^(?:replace|change)\s+(?:it|this|that)\s+(?:with|to|by)\s+(.+)$/i.exec(plain);
  return given?.[1] === undefined ? undefined : [{ op: "rewrite", target: { kind: "all" }, text: given[1] }];
}

function change(
  current: string,
  op: MessageReading["ops"][number],
  state: TurnState,
  reading: MessageReading,
  tree: Tree,
  chosen: string,
): string | null {
  const known = foldBrief(state, reading.findings, reading.ops, new Set());
  const setting = settingOf(state, known, notesOf(state.session.brief).variant + 1);
  const lead = /^\s*/.exec(current)?.[0] ?? "";
  const trail = /\s*$/.exec(current)?.[0] ?? "";
  const core = current.trim();
  const wrap = (text: string): string => lead + text + trail;
  switch (op.op) {
    case "remove":
      return "";
    case "shorter": {
      const cut =
        sentencesIn(core).length > 1
          ? sentencesIn(core).slice(0, -1).join(" ")
          : (dropTail(compress(core)) ?? compress(core));
      return wordCount(cut) < wordCount(core) ? wrap(cut) : null;
    }
    case "replace": {
      const pattern = new RegExp(op.from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
      return pattern.test(core) ? wrap(core.replace(pattern, () => literal(op.to))) : null;
    }
    case "rewrite":
      return op.text === undefined ? again(tree, core, setting, wrap) : wrap(literal(op.text));
    case "variant":
      return again(tree, core, setting, wrap);
    case "tone":
      return (
        again(tree, core, setting, wrap) ??
        (inTone(core, setting.tone) === core ? null : wrap(inTone(core, setting.tone)))
      );
    case "question": {
      const question = toYesNo(core, setting.co);
      return question === undefined ? null : wrap(question);
    }
    case "ask": {
      const ask = sentencesOf(tree).find(({ sentence }) => sentence.part === "ask" && chosen.includes(sentence.text));
      const made = ask === undefined ? undefined : againIn(ask.sentence, 0, setting);
      return ask === undefined || made === undefined ? null : current.replace(ask.sentence.text, () => made.text);
    }
    case "ban":
      return op.words.reduce(
        (text, word) => text.replace(new RegExp(`\\s*\\b${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\b`, "gi"), ""),
        current,
      );
    case "mention":
      return wrap(`${core} ${literal(op.text)}`);
    case "subject":
      return op.mode === "set" ? literal(op.text) : null;
    default:
      return null;
  }
}

function again(
  tree: Tree,
  core: string,
  setting: Parameters<typeof againIn>[2],
  wrap: (text: string) => string,
): string | null {
  const found = sentencesOf(tree).find(
    ({ sentence }) => sentence.text === core || core === sentence.text.replace(/[.?!]$/, ""),
  );
  if (found === undefined) return null;
  const made = againIn(
    found.sentence,
    0,
    setting,
    new Set(found.sentence.phrase === undefined ? [] : [found.sentence.phrase]),
  );
  return made === undefined || made.text === core ? null : wrap(made.text);
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/).filter((one) => one !== "");
}

function short(text: string): string {
  const plain = text.trim().replace(/\s+/g, " ");
  return plain.length <= 80 ? plain : `${plain.slice(0, 78).trimEnd()}…`;
}

function refuse(reply: string): TurnPlan {
  return { brief: null, skeleton: null, draft: null, reply, question: null, preview: false };
}
