import { expect, test } from "vitest";
import { createAnnouncer } from "./announcer.ts";

function givenAnnouncer() {
  let now = 0;
  let timer: { at: number; work: () => void } | undefined;
  const said: string[] = [];
  const announcer = createAnnouncer((sentence) => said.push(`${now}: ${sentence}`), {
    now: () => now,
    after(ms, work) {
      timer = { at: now + ms, work };
      return () => (timer = undefined);
    },
  });
  function pass(ms: number): void {
    now += ms;
    if (timer === undefined || timer.at > now) return;
    const { work } = timer;
    timer = undefined;
    work();
  }
  return { announcer, said, pass };
}

test("the first sentence is said at once", () => {
  const { announcer, said } = givenAnnouncer();
  announcer.say("Working");
  expect(said).toEqual(["0: Working"]);
});

test("of many sentences within two seconds the newest is said, once, at their end", () => {
  const { announcer, said, pass } = givenAnnouncer();
  announcer.say("Working");
  pass(500);
  announcer.say("Working: reading");
  pass(500);
  announcer.say("Working: checking");
  pass(1_000);
  pass(5_000);
  expect(said).toEqual(["0: Working", "2000: Working: checking"]);
});
