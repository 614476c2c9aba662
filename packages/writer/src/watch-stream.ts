import { StreamFailure } from "./classify-failure.ts";
import type { Clock } from "./clock.ts";

/** Longest silence between two chunks, and longest model step (writer.md §4.7). */
const betweenChunksMs = 15_000;
const modelStepMs = 120_000;
/** How often to look at the clock while nothing arrives: close to the 80 ms after which waiting text is written. */
const tickMs = 80;

/** What watching a stream needs. */
export interface Watch<Part> {
  readonly clock: Clock;
  readonly firstChunkMs: number;
  /** The answer itself has begun with this part: before it a model may think in silence as long as for its first chunk. */
  readonly isWord: (part: Part) => boolean;
  /** Cancel or loss of the lease. */
  readonly signal: AbortSignal;
  /** Called every 80 ms while nothing arrives; a throw ends the stream. */
  readonly onWait: () => Promise<void>;
}

/**
 * Read a provider's stream with its time limits. Opening counts as waiting for the first chunk.
 *
 * Whatever ends it early (a limit, the signal, a throw of the reader or of `onWait`) aborts the provider's request.
 * @throws {StreamFailure} `timed_out`; the signal's reason when it aborts; whatever opening or reading throws.
 */
export async function* watchStream<Part>(
  open: (signal: AbortSignal) => PromiseLike<ReadableStream<Part>>,
  watch: Watch<Part>,
): AsyncGenerator<Part, void, void> {
  const { clock, signal } = watch;
  const stop = new AbortController();
  const request = AbortSignal.any([signal, stop.signal]);
  const begun = clock.now();
  let heard = begun;
  let limitMs = watch.firstChunkMs;
  let reader: ReadableStreamDefaultReader<Part> | undefined;

  // One pending tick serves any number of fast chunks.
  let tick: Promise<void> | undefined;

  async function patiently<T>(work: PromiseLike<T>): Promise<T> {
    const settled = Promise.resolve(work).then((value) => ({ value }));
    // Its failure is reported where it is raced; without this a stream left behind would count as unhandled.
    settled.catch(() => undefined);
    for (;;) {
      signal.throwIfAborted();
      tick ??= clock.sleep(tickMs, request);
      const done = await Promise.race([settled, tick]);
      if (done !== undefined) return done.value;
      tick = undefined;
      signal.throwIfAborted();
      const now = clock.now();
      if (now - heard >= limitMs) throw new StreamFailure("timed_out", `nothing arrived for ${limitMs / 1000} s`);
      if (now - begun >= modelStepMs)
        throw new StreamFailure("timed_out", `the answer took longer than ${modelStepMs / 1000} s`);
      await watch.onWait();
    }
  }

  try {
    const stream = await patiently(open(request));
    reader = stream.getReader();
    for (;;) {
      const { done, value } = await patiently(reader.read());
      if (done) return;
      heard = clock.now();
      if (heard - begun >= modelStepMs)
        throw new StreamFailure("timed_out", `the answer took longer than ${modelStepMs / 1000} s`);
      if (watch.isWord(value)) limitMs = betweenChunksMs;
      yield value;
    }
  } finally {
    stop.abort();
    reader?.cancel().catch(() => undefined);
  }
}
