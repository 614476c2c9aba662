import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";
import { createAnswerBuilder } from "./answer-builder.ts";
import type { Clock } from "./clock.ts";
import { createDeltaWriter } from "./delta-writer.ts";
import type { ModelLink } from "./models/model-chain.ts";
import type { ModelUsage, StepScope, StoredAnswer, WriterEvent } from "./ports.ts";
import { toModelUsage } from "./usage.ts";
import { visibleText } from "./visible-text.ts";
import { watchStream } from "./watch-stream.ts";

type Preview = Extract<WriterEvent, { kind: "artifact.preview" }>;

/** One call to one link. */
export interface StreamCall {
  readonly link: ModelLink;
  readonly options: Omit<LanguageModelV4CallOptions, "abortSignal">;
  readonly scope: StepScope;
  readonly clock: Clock;
  /** What to show of the answer while it arrives; absent: nothing. */
  readonly show?: { readonly preview: (tool: string, input: string) => Promise<Preview | null> };
}

/** How one call ended. A provider's failure is a value, since the chain decides what it means. */
export type Streamed =
  | { readonly ok: true; readonly answer: StoredAnswer; readonly usage: ModelUsage }
  | { readonly ok: false; readonly error: unknown };

/**
 * Call a model and write what arrives to the log, text and previews coalesced.
 *
 * A call that ended early after the provider had begun to answer is counted as lost usage, estimated by characters.
 * @throws whatever the scope throws, unchanged; the signal's reason on cancel.
 */
export async function streamAnswer({ link, options, scope, clock, show }: StreamCall): Promise<Streamed> {
  const builder = createAnswerBuilder(new Set(options.tools?.map(({ name }) => name)));
  const writer = createDeltaWriter(scope, clock);
  const inputs = new Map<string, { readonly tool: string; text: string }>();
  const asked = JSON.stringify([options.prompt, options.tools]).length;
  let said = "";
  let shown = "";
  let isOpen = false;
  let own: { readonly error: unknown } | undefined;

  async function write(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => {
      own = { error };
      throw error;
    });
  }

  async function showText(delta: string): Promise<void> {
    said += delta;
    const visible = visibleText(said);
    if (visible.length <= shown.length || !visible.startsWith(shown)) return;
    const fresh = visible.slice(shown.length);
    shown = visible;
    await writer.text(fresh);
  }

  try {
    const parts = watchStream(
      async (abortSignal) => {
        const reasoning = link.reasoning === undefined ? {} : { reasoning: link.reasoning };
        const { stream } = await link.language.doStream({ ...options, ...reasoning, abortSignal });
        isOpen = true;
        return stream;
      },
      {
        clock,
        firstChunkMs: link.firstChunkMs,
        isWord: (part) => "delta" in part,
        signal: scope.signal,
        onWait: () => write(writer.wait()),
      },
    );
    for await (const part of parts) {
      builder.add(part);
      if (show === undefined) continue;
      if (part.type === "text-delta") await write(showText(part.delta));
      if (part.type === "tool-input-start") inputs.set(part.id, { tool: part.toolName, text: "" });
      const input = part.type === "tool-input-delta" ? inputs.get(part.id) : undefined;
      if (part.type !== "tool-input-delta" || input === undefined) continue;
      input.text += part.delta;
      await write(writer.preview(() => show.preview(input.tool, input.text)));
    }
    const built = builder.build(link.id);
    await write(writer.flush());
    return {
      ok: true,
      answer: built.answer,
      usage: toModelUsage(link, built.usage, { input: asked, output: builder.characters() }),
    };
  } catch (error) {
    if (own !== undefined) throw own.error;
    if (isOpen)
      await scope.recordLostUsage(toModelUsage(link, undefined, { input: asked, output: builder.characters() }));
    scope.signal.throwIfAborted();
    return { ok: false, error };
  }
}
