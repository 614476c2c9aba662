import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { z } from "zod";
import type { StoredAnswer, TranscriptEntry } from "../ports.ts";
import { toModelResult } from "../tools/model-result.ts";

/** What a call was told beyond its prefix: the state as it stood, and at first the request. Stored with the answer. */
export const AskedMessage = z.object({ role: z.literal("user"), content: z.string(), revision: z.number() });
export type AskedMessage = z.infer<typeof AskedMessage>;

const AnswerMessage = z.object({
  role: z.literal("assistant"),
  content: z.array(z.looseObject({ type: z.string() })),
});
const StoredMessages = z.array(z.union([AskedMessage, AnswerMessage]));

/** What a stored answer's call was told; undefined for one that was told nothing new. */
export function askedOf({ messages }: StoredAnswer): AskedMessage | undefined {
  return StoredMessages.safeParse(messages).data?.find((message) => message.role === "user");
}

/** A turn's calls so far, as they were asked and answered; `link` is the model that will read them. */
export function transcriptMessages(transcript: readonly TranscriptEntry[], link: string): LanguageModelV4Message[] {
  const messages: LanguageModelV4Message[] = [];
  const names = new Map<string, string>();
  for (const entry of transcript) {
    if (entry.kind === "answer") {
      for (const { id, name } of entry.answer.tool_calls) names.set(id, name);
      const asked = askedOf(entry.answer);
      if (asked !== undefined) messages.push({ role: "user", content: [{ type: "text", text: asked.content }] });
      messages.push(assistantMessage(entry.answer, link));
      continue;
    }
    const result = {
      type: "tool-result" as const,
      toolCallId: entry.call_id,
      toolName: names.get(entry.call_id) ?? "unknown",
      output: { type: "json" as const, value: toModelResult(entry.result) },
    };
    const last = messages.at(-1);
    if (last?.role === "tool") last.content.push(result);
    else messages.push({ role: "tool", content: [result] });
  }
  return messages;
}

function assistantMessage(answer: StoredAnswer, link: string): Extract<LanguageModelV4Message, { role: "assistant" }> {
  const own =
    answer.model === link
      ? StoredMessages.safeParse(answer.messages).data?.find((one) => one.role === "assistant")
      : undefined;
  // Stored by this very provider's stream, so it is what its prompt converter takes.
  if (own !== undefined) return { role: "assistant", content: own.content.flatMap(toPart) };
  const text = answer.text === "" ? [] : [{ type: "text" as const, text: answer.text }];
  return {
    role: "assistant",
    content: [
      ...text,
      ...answer.tool_calls.map(({ id, name, input }) => ({
        type: "tool-call" as const,
        toolCallId: id,
        toolName: name,
        input,
      })),
    ],
  };
}

const Options = z.record(z.string(), z.record(z.string(), z.json())).optional();
const Part = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), providerOptions: Options }),
  z.object({ type: z.literal("reasoning"), text: z.string(), providerOptions: Options }),
  z.object({
    type: z.literal("tool-call"),
    toolCallId: z.string(),
    toolName: z.string(),
    input: z.json(),
    providerOptions: Options,
  }),
]);

function toPart(part: object): Extract<LanguageModelV4Message, { role: "assistant" }>["content"] {
  const parsed = Part.safeParse(part);
  if (!parsed.success) return [];
  const { providerOptions, ...rest } = parsed.data;
  return [providerOptions === undefined ? rest : { ...rest, providerOptions }];
}
