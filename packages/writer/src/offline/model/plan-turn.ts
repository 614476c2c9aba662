import type { TurnState } from "../../state.ts";
import { notesOf } from "../brief/fold-brief.ts";
import { readMessage } from "../brief/read-message.ts";
import { detectLanguage, wantedLanguage } from "../nlu/detect-language.ts";
import { foldCharacters } from "../nlu/fold-characters.ts";
import { isTalk } from "../nlu/op.ts";
import { planCreate } from "./plan-create.ts";
import { planEdit } from "./plan-edit.ts";
import { planSelection } from "./plan-selection.ts";
import { planTalk } from "./plan-talk.ts";
import type { TurnPlan } from "./turn-plan.ts";

/** What one turn does. Reads the message in the light of the state and decides everything at once. */
export function planTurn(state: TurnState): TurnPlan {
  const { message } = state.request;
  const foreign = detectLanguage(message) ?? wantedLanguage(foldCharacters(message));
  if (foreign !== undefined) return declineLanguage(foreign);
  const { draft, brief, dialogue } = state.session;
  const question = dialogue.findLast(({ role }) => role === "assistant")?.question;
  const options = notesOf(brief).options;
  const context = {
    hasDraft: draft !== null,
    variables: state.field_profile.map(({ name }) => name),
    choosing: options !== undefined && options.length > 0,
    asked: question?.about,
    audience: brief.audience?.value,
    product: brief.product?.value,
  };
  const reading = readMessage(answerOf(message, question), context);
  if (state.request.selection !== undefined && draft !== null) return planSelection(state, reading);
  const work = reading.ops.filter((op) => !isTalk(op));
  if (work.length === 0 && reading.findings.length === 0 && (reading.ops.length > 0 || draft !== null))
    return planTalk(state, reading);
  return draft === null || reading.ops.some(({ op }) => op === "create")
    ? planCreate(state, reading)
    : planEdit(state, reading, question);
}

/** "2" or "the second" after a question with options stands for that option. */
function answerOf(
  message: string,
  question: { readonly options: readonly string[]; readonly about: string } | undefined,
): string {
  if (
    question === undefined ||
    question.options.length === 0 ||
    question.about === "subject" ||
    question.about === "remove"
  )
    return message;
  const index = /^\s*(?:option\s*)?#?(\d)[.)]?\s*$/i.exec(message)?.[1];
  return index === undefined ? message : (question.options[Number(index) - 1] ?? message);
}

function declineLanguage(language: string): TurnPlan {
  return {
    brief: null,
    skeleton: null,
    draft: null,
    preview: false,
    reply: `I write in English only here, and a half-translated email would not help you, so I wrote nothing in ${language}. Tell me in English who the email is for and what you offer, and I will draft it in English. With an API key set, a larger model can write in ${language}.`,
    question: null,
  };
}
