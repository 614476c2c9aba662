import { expect, test } from "vitest";
import { manualClock } from "./testing/manual-clock.ts";
import { watchStream, type Watch } from "./watch-stream.ts";

function watch(change: Partial<Watch<string>> = {}): Watch<string> {
  return {
    clock: manualClock(),
    firstChunkMs: 20_000,
    isWord: () => true,
    signal: new AbortController().signal,
    onWait: async () => undefined,
    ...change,
  };
}

async function collect<T>(parts: AsyncGenerator<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

test("a stream that says one thing and then falls silent is ended after fifteen seconds", async () => {
  const clock = manualClock();
  const begun = clock.now();
  const stream = new ReadableStream<string>({ start: (controller) => controller.enqueue("one") });
  await expect(clock.runUntil(collect(watchStream(async () => stream, watch({ clock }))))).rejects.toThrow(
    "nothing arrived for 15 s",
  );
  expect(clock.now() - begun).toBeLessThan(16_000);
});

test("a stream that trickles on is ended after two minutes", async () => {
  const clock = manualClock();
  const begun = clock.now();
  const stream = new ReadableStream<string>({
    async pull(controller) {
      await clock.sleep(5_000, new AbortController().signal);
      controller.enqueue("more");
    },
  });
  await expect(clock.runUntil(collect(watchStream(async () => stream, watch({ clock }))))).rejects.toThrow(
    "longer than 120 s",
  );
  expect(clock.now() - begun).toBeLessThan(121_000);
});

test("a server of one's own may take two minutes to its first chunk", async () => {
  const clock = manualClock();
  const stream = clock.sleep(100_000, new AbortController().signal).then(() => ReadableStream.from(["late"]));
  await expect(
    clock.runUntil(collect(watchStream(() => stream, watch({ clock, firstChunkMs: 120_000 })))),
  ).resolves.toEqual(["late"]);
});

test("a cancel ends the wait with the signal's own reason and cancels the stream", async () => {
  const stop = new AbortController();
  const clock = manualClock();
  let cancelled = false;
  const stream = new ReadableStream<string>({
    start: (controller) => controller.enqueue("one"),
    cancel: () => {
      cancelled = true;
    },
  });
  const reading = collect(watchStream(async () => stream, watch({ clock, signal: stop.signal })));
  reading.catch(() => undefined);
  await clock.advance(100);
  stop.abort(new Error("cancelled by the person"));
  await expect(clock.runUntil(reading)).rejects.toThrow("cancelled by the person");
  expect(cancelled).toBe(true);
});

test("a lost lease found while waiting ends the stream with that error", async () => {
  const clock = manualClock();
  const lost = async () => {
    throw new Error("lease lost");
  };
  await expect(
    clock.runUntil(
      collect(watchStream(() => new Promise<ReadableStream<string>>(() => undefined), watch({ clock, onWait: lost }))),
    ),
  ).rejects.toThrow("lease lost");
});

test("a model that thinks in silence before its first word has as long as for its first chunk", async () => {
  const clock = manualClock();
  const never = new AbortController().signal;
  const stream = new ReadableStream<string>({
    async start(controller) {
      controller.enqueue("metadata");
      await clock.sleep(18_000, never);
      controller.enqueue("word");
      controller.close();
    },
  });
  const reading = collect(watchStream(async () => stream, watch({ clock, isWord: (part) => part === "word" })));
  await expect(clock.runUntil(reading)).resolves.toEqual(["metadata", "word"]);
});
