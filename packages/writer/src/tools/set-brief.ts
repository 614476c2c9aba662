import type { Brief, BriefValue, TurnState } from "../state.ts";
import { toJson } from "../to-json.ts";
import { SetBriefInput } from "./schemas.ts";
import { defineTool } from "./tool.ts";

/** Questions a brief answers, in the order they are told. */
export const briefAnswers = [
  "audience",
  "product",
  "pain",
  "outcome",
  "proof",
  "differentiator",
  "ask",
  "tone",
  "length",
  "pattern",
  "language",
] as const;
/** Lists a brief keeps. */
export const briefLists = ["banned", "required", "locked"] as const;

/** Record what is known about the email to write. */
export const setBrief = defineTool({
  name: "set_brief",
  description:
    "Record what is known about this email. Give only what is new or changed; quote the words each value rests on. banned, required and locked are whole lists and replace the earlier ones. Answers with the merged brief and what is still missing.",
  label: "Noting the brief",
  update: false,
  input: SetBriefInput,
  shown: SetBriefInput.omit({ notes: true }),
  execute(input, { state }) {
    const brief = mergeBrief(state, input);
    const missing = (["audience", "product", "pain", "proof", "ask"] as const).filter(
      (name) => brief[name] === undefined,
    );
    const { notes: _, ...shown } = brief;
    return { kind: "brief", brief, result: toJson({ ok: true, brief: shown, missing }) };
  },
});

/** The brief after new answers; each one says where its words were found. */
function mergeBrief(state: TurnState, input: SetBriefInput): Brief {
  const given = briefAnswers.flatMap((name) => {
    const answer = input[name];
    return answer === undefined ? [] : [[name, toValue(state, answer)] as const];
  });
  const kept = briefLists.flatMap((name) => {
    const list = input[name];
    return list === undefined ? [] : [[name, [...new Set(list)]] as const];
  });
  return {
    ...state.session.brief,
    ...Object.fromEntries(given),
    ...Object.fromEntries(kept),
    ...(input.notes === undefined ? {} : { notes: toJson(input.notes) }),
  };
}

function toValue(
  state: TurnState,
  { value, evidence }: { readonly value: string; readonly evidence: string },
): BriefValue {
  const { request, session, facts, campaign, node } = state;
  const quote = evidence.trim();
  if (quote === "") return { value, source: "inferred" };
  const said = [
    { id: request.message_id, content: request.message },
    ...session.dialogue.filter(({ role }) => role === "user").toReversed(),
  ];
  const message = said.find(({ id, content }) => quote === `message:${id}` || has(content, quote));
  if (message !== undefined) return { value, source: "message", quote, message_id: message.id };
  if (facts.some(({ id, text }) => quote === `fact:${id}` || has(text, quote)))
    return { value, source: "context", quote };
  const entered = [campaign.name, node.purpose, campaign.signature, campaign.sender.company, campaign.sender.position];
  return { value, source: entered.some((text) => has(text ?? "", quote)) ? "campaign" : "inferred", quote };
}

function has(text: string, quote: string): boolean {
  return text.toLowerCase().includes(quote.toLowerCase());
}
