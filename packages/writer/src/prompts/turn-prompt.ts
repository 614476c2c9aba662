import type { LanguageModelV4Message, LanguageModelV4Prompt, SharedV4ProviderOptions } from "@ai-sdk/provider";
import { z } from "zod";
import type { TranscriptEntry } from "../ports.ts";
import type { DialogueMessage, TurnState } from "../state.ts";
import { contextText } from "./context.ts";
import { otherEmailsText } from "./other-emails.ts";
import { rulesText } from "./rules.ts";
import { stateText } from "./state-block.ts";
import { askedOf, transcriptMessages, type AskedMessage } from "./transcript-messages.ts";

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

/** A prompt, and the part of it that this call adds; null when it adds nothing but tool results. */
export interface TurnPrompt {
  readonly prompt: LanguageModelV4Prompt;
  readonly asked: AskedMessage | null;
}

/**
 * The prompt of a turn's next model call, most stable part first: S1–S3, earlier messages in words, then this turn as it
 * went: the state and the request, calls, results.
 *
 * Within a turn each prompt begins with the one before, byte for byte: providers bind a model's thinking to its prefix, and
 * cache by it. So the state is told once, and again only when somebody else has changed it meanwhile.
 */
export function turnPrompt(
  state: TurnState,
  transcript: readonly TranscriptEntry[],
  options: TurnPromptOptions,
): TurnPrompt {
  const others = options.compact
    ? { ...state, other_emails: state.other_emails.map((email) => ({ ...email, body: null })) }
    : state;
  const system: LanguageModelV4Message = {
    role: "system",
    content: [rulesText, contextText(state), otherEmailsText(others)].join("\n\n"),
    providerOptions: cacheHere,
  };
  const earlier = recent(state.session.dialogue, options.compact ? compactMessages : dialogueMessages);
  const asked = askedNow(state, transcript);
  const said = [
    ...conversation(earlier),
    ...transcriptMessages(transcript, options.link),
    ...(asked === null ? [] : [user(asked.content)]),
  ];
  return { prompt: [system, ...withCache(mergeFirst(said))], asked };
}

function askedNow(state: TurnState, transcript: readonly TranscriptEntry[]): AskedMessage | null {
  const { revision } = state.session;
  if (transcript.length === 0)
    return { role: "user", content: `${stateText(state)}\n\n${requestText(state)}`, revision };
  if (revision <= knownRevision(transcript)) return null;
  return { role: "user", content: `Somebody has changed the email meanwhile.\n${stateText(state)}`, revision };
}

const Versioned = z.object({ revision: z.number() });

function knownRevision(transcript: readonly TranscriptEntry[]): number {
  const told = transcript.flatMap((entry) =>
    entry.kind === "answer"
      ? (askedOf(entry.answer)?.revision ?? [])
      : (Versioned.safeParse(entry.result).data?.revision ?? []),
  );
  return Math.max(0, ...told);
}

function withCache(messages: readonly LanguageModelV4Message[]): LanguageModelV4Message[] {
  return messages.map((message, i) =>
    i === messages.length - 1 ? { ...message, providerOptions: cacheHere } : message,
  );
}

/** Small models' chat templates want turns that alternate: what a person said last and this turn's request become one message. */
function mergeFirst(messages: readonly LanguageModelV4Message[]): LanguageModelV4Message[] {
  const merged: LanguageModelV4Message[] = [];
  for (const message of messages) {
    const last = merged.at(-1);
    if (last?.role === "user" && message.role === "user")
      merged[merged.length - 1] = { ...last, content: [...last.content, ...message.content] };
    else merged.push(message);
  }
  return merged;
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

function conversation(said: readonly Said[]): LanguageModelV4Message[] {
  return said.map(({ role, text }) => (role === "user" ? user(text) : { role, content: [{ type: "text", text }] }));
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
