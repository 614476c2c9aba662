import { expect, test } from "vitest";
import { openChannel } from "./channel.ts";

test("a wake-up between arming and waiting is not missed", async () => {
  const channel = openChannel("session", () => {});
  using waiter = channel.arm();
  channel.wake();
  await waiter.next(new AbortController().signal);
  expect(channel.version).toBe(1);
});

test("a wake-up is heard by every waiter, once", async () => {
  const channel = openChannel("session", () => {});
  using one = channel.arm();
  using other = channel.arm();
  const { signal } = new AbortController();
  const both = Promise.all([one.next(signal), other.next(signal)]);
  channel.wake();
  await both;
  const heard: string[] = [];
  const again = one.next(signal).then(() => heard.push("one"));
  await Promise.resolve();
  expect(heard).toEqual([]);
  channel.wake();
  await again;
  expect(heard).toEqual(["one"]);
});

test("a channel is idle when its last waiter is gone, however often one is disposed", () => {
  let idle = 0;
  const channel = openChannel("session", () => (idle += 1));
  const one = channel.arm();
  const other = channel.arm();
  one[Symbol.dispose]();
  one[Symbol.dispose]();
  expect([idle, channel.waiters]).toEqual([0, 1]);
  other[Symbol.dispose]();
  expect([idle, channel.waiters]).toEqual([1, 0]);
});
