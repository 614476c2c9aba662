import type { LanguageModelV4Message, LanguageModelV4Prompt, SharedV4ProviderOptions } from "@ai-sdk/provider";
import type { TranscriptEntry } from "../ports.ts";
import type { DialogueMessage, TurnState } from "../state.ts";
import { contextText } from "./context.ts";
import { otherEmailsText } from "./other-emails.ts";
import { rulesText } from "./rules.ts";
import { stateText } from "./state-block.ts";
import { transcriptMessages } from "./transcript-messages.ts";

/** Earlier messages that go along; older ones are named by their number only (writer.md §4.4). */
const dialogueMessages = 24;
const compactMessages = 6;

/** Ends a prefix that stays the same from call to call; providers without explicit caching ignore it. */
const cacheHere: SharedV4ProviderOptions = { anthropic: { cacheControl: { type: "ephemeral" } } };

/** How a turn is told to a model. */
export interface TurnPromptOptions {
  /** The link that will read it: only its own reasoning and markers are played back to it. */
  readonly link: string;
  /** True after a provider refused the prompt as too long: few earlier messages, no other emails' bodies. */
  readonly compact: boolean;
}

/**
 * The prompt of a turn's next model call, most stable part first: S1–S3, earlier messages, this
 * request, the calls so far with their results, and last the current state. Old states are never repeated.
 */
export function turnPrompt(
  state: TurnState,
  transcript: readonly TranscriptEntry[],
  options: TurnPromptOptions,
): LanguageModelV4Prompt {
  const others = options.compact
    ? { ...state, other_emails: state.other_emails.map((email) => ({ ...email, body: null })) }
    : state;
  const system: LanguageModelV4Message = {
    role: "system",
    content: [rulesText, contextText(state), otherEmailsText(others)].join("\n\n"),
    providerOptions: cacheHere,
  };
  const earlier = recent(state.session.dialogue, options.compact ? compactMessages : dialogueMessages);
  const request = requestText(state);
  const calls = transcriptMessages(transcript, options.link);
  if (calls.length === 0)
    return [system, ...conversation([...earlier, { role: "user", text: `${stateText(state)}\n\n${request}` }])];
  const last = calls.at(-1);
  if (last !== undefined) calls[calls.length - 1] = { ...last, providerOptions: cacheHere };
  return [
    system,
    ...conversation([...earlier, { role: "user", text: request }]),
    ...calls,
    user(`${stateText(state)}\n\nGo on with the request above, or finish.`),
  ];
}

function user(text: string): LanguageModelV4Message {
  return { role: "user", content: [{ type: "text", text }] };
}

interface Said {
  readonly role: "user" | "assistant";
  readonly text: string;
}

function recent(dialogue: readonly DialogueMessage[], most: number): Said[] {
  const kept = dialogue.slice(-most);
  const left = dialogue.length - kept.length;
  const note: Said[] =
    left === 0
      ? []
      : [{ role: "user", text: `(${left} earlier messages are not shown; the state says what came of them.)` }];
  return [
    ...note,
    ...kept.map(({ role, content, question }) => ({
      role,
      text:
        question === undefined || content.includes(question.question) ? content : `${content}\n${question.question}`,
    })),
  ];
}

/** Small models' chat templates want turns that alternate, so neighbours of one role become one message. */
function conversation(said: readonly Said[]): LanguageModelV4Message[] {
  const merged: { role: Said["role"]; text: string }[] = [];
  for (const { role, text } of said) {
    const last = merged.at(-1);
    if (last?.role === role) last.text += `\n\n${text}`;
    else merged.push({ role, text });
  }
  return merged.map(({ role, text }): LanguageModelV4Message =>
    role === "user" ? user(text) : { role, content: [{ type: "text", text }] },
  );
}

function requestText({ request: { message, message_id, selection }, session: { draft } }: TurnState): string {
  const part =
    selection === undefined || draft === null ? "" : draft[selection.field].slice(selection.from, selection.to);
  const range =
    selection === undefined
      ? ""
      : `\n\nChange only these words of the ${selection.field}, with replace_text: ${JSON.stringify(part)}`;
  return `<request id="message:${message_id}">\n${message}\n</request>${range}`;
}
