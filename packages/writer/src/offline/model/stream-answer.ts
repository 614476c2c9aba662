import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";
import type { OfflineAnswer } from "./offline-answer.ts";

/** An answer as stream parts: words one by one with a pause, then the tool calls. Stops at once when aborted. */
export function streamAnswer(
  answer: OfflineAnswer,
  about: {
    readonly paceMs: number;
    readonly signal: AbortSignal | undefined;
    readonly usage: LanguageModelV4Usage;
    readonly modelId: string;
    readonly callId: (index: number) => string;
  },
): ReadableStream<LanguageModelV4StreamPart> {
  const words = answer.text === "" ? [] : (answer.text.match(/\s*\S+|\s+$/g) ?? [answer.text]);
  return new ReadableStream<LanguageModelV4StreamPart>({
    async start(controller) {
      try {
        controller.enqueue({ type: "stream-start", warnings: [] });
        controller.enqueue({ type: "response-metadata", modelId: about.modelId });
        if (words.length > 0) {
          controller.enqueue({ type: "text-start", id: "0" });
          for (const delta of words) {
            await pause(about.paceMs, about.signal);
            controller.enqueue({ type: "text-delta", id: "0", delta });
          }
          controller.enqueue({ type: "text-end", id: "0" });
        }
        for (const [index, { name, input }] of answer.calls.entries()) {
          await pause(about.paceMs, about.signal);
          const id = about.callId(index);
          const text = JSON.stringify(input);
          controller.enqueue({ type: "tool-input-start", id, toolName: name });
          for (let at = 0; at < text.length; at += 400) {
            await pause(at === 0 ? 0 : about.paceMs, about.signal);
            controller.enqueue({ type: "tool-input-delta", id, delta: text.slice(at, at + 400) });
          }
          controller.enqueue({ type: "tool-input-end", id });
          controller.enqueue({ type: "tool-call", toolCallId: id, toolName: name, input: text });
        }
        const calls = answer.calls.length > 0;
        controller.enqueue({
          type: "finish",
          usage: about.usage,
          finishReason: { unified: calls ? "tool-calls" : "stop", raw: calls ? "tool_calls" : "stop" },
        });
        controller.close();
      } catch (cause) {
        controller.error(cause);
      }
    },
  });
}

/** Wait, or throw the signal's reason when it is aborted. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (ms <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    function stop(): void {
      clearTimeout(timer);
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException("The call was aborted.", "AbortError"));
    }
    signal?.addEventListener("abort", stop, { once: true });
  });
}
