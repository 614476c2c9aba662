import type { TurnState } from "../../state.ts";
import { readTree } from "../ast/read-tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import { notesOf } from "../brief/fold-brief.ts";
import type { MessageReading } from "../brief/read-message.ts";
import { foldBrief } from "../brief/fold-brief.ts";
import { notUnderstood } from "./not-understood.ts";
import { planCreate } from "./plan-create.ts";
import type { TurnPlan } from "./turn-plan.ts";

const can =
  "I can draft and change this email: make it shorter or longer, change the tone, the subject or the ask, mention or remove something, replace or avoid words, lock a sentence, write a new opener or a P.S., use a lead field, give another version, undo, or go back to a version.";

/** Answers in words only. Never a version, never an edit. */
export function planTalk(state: TurnState, reading: MessageReading): TurnPlan {
  const { draft } = state.session;
  const op = reading.ops[0];
  const known = foldBrief(state, [], [], new Set());
  const enough = known.facts.product.length > 0 && known.facts.audience.length > 0;
  if (op?.op === "decide" && draft === null) return planCreate(state, reading);
  if (draft === null && op?.op === "talk" && op.about === "approve" && enough) return planCreate(state, reading);
  if (draft === null && op?.op === "talk" && op.about === "greet") return planCreate(state, reading);
  if (op?.op === "preview")
    return {
      ...text(""),
      preview: draft !== null,
      reply: draft === null ? "There is no draft yet. Tell me who it is for and what you offer." : "",
    };
  return text(answer(state, reading));
}

function answer(state: TurnState, reading: MessageReading): string {
  const { draft, skeleton } = state.session;
  const op = reading.ops[0];
  const next =
    draft === null
      ? "Tell me who the email is for and what you offer, and I will draft it."
      : "Tell me what to change, if anything.";
  if (op === undefined) {
    const unread = notUnderstood(reading.unknown);
    return `${unread === "" ? "I found nothing to do in that, so I changed nothing." : unread} ${draft === null ? next : "You can say for example “make it shorter”, “ask for a call on Tuesday” or “new subject”."}`;
  }
  switch (op.op) {
    case "outside":
      return `I cannot ${op.what} from here, so I changed nothing. ${can}`;
    case "explain":
      return draft === null || skeleton === null ? `There is no plan to explain yet. ${next}` : explain(state);
    case "decide":
      return `Then I leave it as it is. ${next}`;
    case "talk":
      break;
    default:
      return next;
  }
  switch (op.about) {
    case "thanks":
      return `You are welcome. ${next}`;
    case "approve":
      return draft === null
        ? next
        : "Good. The draft stays as it is; use “Apply” to put it on the campaign’s node, or go on changing it here.";
    case "greet":
      return `Hello. ${next}`;
    case "help":
      return `${can} ${next}`;
    case "words":
      return draft === null
        ? `There is no draft yet. ${next}`
        : `The body has ${wordsOfTree(readTree(state) ?? { subject: { text: "" }, blocks: [] })} words without the subject.`;
    case "facts":
      return facts(state);
  }
}

function explain(state: TurnState): string {
  const blocks = state.session.skeleton?.skeleton.blocks ?? [];
  const lines = blocks
    .filter(({ role }) => role !== "greeting" && role !== "signoff")
    .map(({ name, strategy }) => `- ${name}: ${strategy}`);
  return `The email is built like this:\n${lines.join("\n")}\n\nEvery fact in it comes from your messages, the company facts or a lead field. Nothing was changed.`;
}

function facts(state: TurnState): string {
  const { brief } = state.session;
  const entries = (["audience", "product", "pain", "outcome", "proof", "ask", "tone"] as const).flatMap((name) =>
    brief[name] === undefined ? [] : [`- ${name}: ${brief[name].value}`],
  );
  const more = notesOf(brief).more.map(({ slot, value }) => `- also (${slot}): ${value}`);
  return entries.length + more.length === 0
    ? "I know nothing about this email yet. Tell me who it is for and what you offer."
    : `This is what I know:\n${[...entries, ...more].join("\n")}`;
}

function text(reply: string): TurnPlan {
  return { brief: null, skeleton: null, draft: null, reply, question: null, preview: false };
}
