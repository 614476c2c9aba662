/** One message of an event stream. */
export interface SseMessage {
  readonly event: string;
  /** The sequence number; absent for what is not numbered. */
  readonly id?: number;
  readonly data: unknown;
}

/** A stream sends a comment after this long without a message, so that proxies keep it open. */
const keepAliveMs = 15_000;

/** A reader who leaves this much undrained for this long is gone. */
const undrainedBytes = 262_144;
const undrainedMs = 30_000;

const encoder = new TextEncoder();

/** What every event stream says about itself. */
export const sseHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/**
 * Send messages as they come, until they end. Nothing is queued beyond what the reader has room for: the source is asked
 * for more when there is room. `end` is called once, however it ends.
 */
export function eventStream(messages: AsyncIterator<SseMessage>, end: () => void): Response {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let fullSince: number | undefined;

  function finish(): void {
    if (ended) return;
    ended = true;
    clearInterval(timer);
    end();
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode("retry: 500\n\n"));
        timer = setInterval(() => {
          if ((controller.desiredSize ?? 0) > 0) {
            fullSince = undefined;
            controller.enqueue(encoder.encode(": keep-alive\n\n"));
            return;
          }
          fullSince ??= Date.now();
          if (Date.now() - fullSince < undrainedMs) return;
          finish();
          controller.error(new Error("the reader left its stream undrained"));
        }, keepAliveMs);
        timer.unref();
      },
      async pull(controller) {
        try {
          const next = await messages.next();
          if (ended) return;
          if (next.done === true) {
            finish();
            controller.close();
          } else controller.enqueue(encoder.encode(toText(next.value)));
        } catch (error) {
          if (ended) return;
          finish();
          controller.error(error);
        }
      },
      async cancel() {
        finish();
        await messages.return?.();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: undrainedBytes }),
  );
  return new Response(body, { headers: sseHeaders });
}

/** JSON has no line breaks of its own, so a message is one data line. */
function toText(message: SseMessage): string {
  const id = message.id === undefined ? "" : `id: ${message.id}\n`;
  return `${id}event: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`;
}
