import { expect, test } from "vitest";
import { createDeltaWriter } from "./delta-writer.ts";
import type { StepScope, WriterEvent } from "./ports.ts";
import { manualClock } from "./testing/manual-clock.ts";

function given() {
  const clock = manualClock();
  const events: WriterEvent[][] = [];
  const scope: StepScope = {
    signal: new AbortController().signal,
    attempt: 1,
    append: async (added) => {
      events.push([...added]);
    },
    beat: async () => undefined,
    findAnswer: async () => null,
    beginAnswer: async () => undefined,
    finishAnswer: async () => undefined,
    recordLostUsage: async () => undefined,
  };
  return { clock, events, writer: createDeltaWriter(scope, clock) };
}

test("fast deltas become one event of at least four hundred characters", async () => {
  const { events, writer } = given();
  for (let i = 0; i < 100; i += 1) await writer.text("ten chars ");
  await writer.flush();
  const lengths = events.flat().map((event) => (event.kind === "text.delta" ? event.payload.text.length : 0));
  expect(lengths).toEqual([400, 400, 200]);
});

test("text that has waited eighty milliseconds is written though nothing more arrives", async () => {
  const { clock, events, writer } = given();
  await writer.text("Hello");
  expect(events).toEqual([]);
  await clock.advance(80);
  await writer.wait();
  expect(events).toEqual([[{ kind: "text.delta", payload: { text: "Hello" } }]]);
});

test("previews come at most ten times a second and each is parsed once", async () => {
  const { clock, events, writer } = given();
  let parsed = 0;
  for (let i = 0; i < 200; i += 1) {
    await writer.preview(async () => {
      parsed += 1;
      return { kind: "artifact.preview", payload: { target: "draft", subject: null, body: `body ${i}` } };
    });
    await clock.advance(10);
  }
  await writer.flush();
  expect(parsed).toBeLessThanOrEqual(21);
  expect(events.flat().at(-1)).toMatchObject({ payload: { body: "body 199" } });
});
