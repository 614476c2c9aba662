import type { LanguageModelV4Message } from "@ai-sdk/provider";
import { z } from "zod";
import type { StoredAnswer, TranscriptEntry } from "../ports.ts";
import { toModelResult } from "../tools/model-result.ts";

const StoredMessages = z.array(
  z.object({ role: z.literal("assistant"), content: z.array(z.looseObject({ type: z.string() })) }),
);

/** A turn's calls so far as messages; `link` is the model that will read them. */
export function transcriptMessages(transcript: readonly TranscriptEntry[], link: string): LanguageModelV4Message[] {
  const messages: LanguageModelV4Message[] = [];
  const names = new Map<string, string>();
  for (const entry of transcript) {
    if (entry.kind === "answer") {
      for (const { id, name } of entry.answer.tool_calls) names.set(id, name);
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
  const own = answer.model === link ? StoredMessages.safeParse(answer.messages).data?.[0] : undefined;
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
