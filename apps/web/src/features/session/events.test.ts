import fc from "fast-check";
import { expect, test } from "vitest";
import { adopt, reduce } from "./events.ts";
import { begin, type Live } from "./live.ts";
import { givenLog, type LogWorld } from "../../testing/given-log.ts";

/** What people see: the transcript, the run and its words, the newest numbers. */
function view(live: Live) {
  const { session, run, steps } = live;
  return {
    messages: (session.messages ?? []).map(({ id, role, content, status, runId }) => ({
      id,
      role,
      content,
      status,
      runId,
    })),
    run,
    words: steps.map(({ step, text, notes, committed, preview }) => ({ step, text, notes, committed, preview })),
  };
}

function whole({ events, snapshotAt }: LogWorld): Live {
  return events.reduce(reduce, begin(snapshotAt(0)));
}

const world = fc.integer({ min: 0, max: 2 ** 31 }).map(givenLog);

test("events already seen change nothing, and the same object comes back", () => {
  fc.assert(
    fc.property(world, (log) => {
      const live = whole(log);
      for (const event of log.events) expect(reduce(live, event)).toBe(live);
    }),
  );
});

test("any repetition of batches ends in the state of the undisturbed log", () => {
  fc.assert(
    fc.property(world, fc.array(fc.nat(), { maxLength: 6 }), (log, cuts) => {
      let live = begin(log.snapshotAt(0));
      for (const cut of [...cuts, log.events.length])
        live = log.events.slice(0, cut % (log.events.length + 1)).reduce(reduce, live);
      live = log.events.reduce(reduce, live);
      expect(view(live)).toEqual(view(whole(log)));
    }),
  );
});

test("a snapshot at any point and the log from its cursor give what the whole log gives", () => {
  fc.assert(
    fc.property(world, fc.nat(), (log, at) => {
      const cursor = at % (log.events.length + 1);
      const snapshot = log.snapshotAt(cursor);
      const first = begin(snapshot);
      const live = log.events.filter((event) => event.seq > first.cursor).reduce(reduce, first);
      expect(view(live)).toEqual(view(whole(log)));
    }),
  );
});

test("snapshots taken in at any time, however old, never take words away or show them twice", () => {
  fc.assert(
    fc.property(world, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }), (log, readings) => {
      let live = begin(log.snapshotAt(0));
      for (const [index, event] of log.events.entries()) {
        live = reduce(live, event);
        for (const [when, lead] of readings) {
          if (when % log.events.length !== index) continue;
          // A reading may be of the present, of the past, or ahead of the stream.
          const at = Math.min(log.events.length, Math.max(0, index + 1 + (lead % 7) - 3));
          live = adopt(live, log.snapshotAt(at));
        }
      }
      expect(view(live)).toEqual(view(whole(log)));
    }),
  );
});

test("a log with a lost attempt shows what the log without it shows", () => {
  fc.assert(
    fc.property(world, (log) => {
      const lost = log.events.filter(
        (event) => event.attempt === null || event.attempt === log.lastAttempt(event.runId, event.step),
      );
      expect(view(whole({ ...log, events: lost })).words).toEqual(view(whole(log)).words);
    }),
  );
});

test("the words of a committed step are the committed ones, whether or not its deltas are still in the log", () => {
  fc.assert(
    fc.property(world, (log) => {
      const committed = new Set(
        log.events.flatMap((event) => (event.kind === "step.commit" ? [`${event.runId}.${event.step}`] : [])),
      );
      const thinned = log.events.filter(
        (event) => event.kind !== "text.delta" || !committed.has(`${event.runId}.${event.step}`),
      );
      expect(view(whole({ ...log, events: thinned })).words.map((word) => word.text)).toEqual(
        view(whole(log)).words.map((word) => word.text),
      );
    }),
  );
});

test("an unknown kind only moves the cursor", () => {
  const log = givenLog(7);
  const live = whole(log);
  const strange = Object.assign({}, log.events[0], { kind: "weather.report", seq: live.cursor + 1 });
  const next = reduce(live, strange);
  expect(next.cursor).toBe(live.cursor + 1);
  expect(view(next)).toEqual(view(live));
});
