import { expect, test } from "vitest";
import { readEvents } from "./receive-events.ts";

const seed = `1700000000000,${Buffer.from(Uint8Array.from({ length: 10 }, () => 7)).toString("base64")}`;

test("a repeated post has the same ids, and each of its events another", () => {
  const post = [{ name: "a" }, { name: "b" }];
  const idsOf = (header: string | null) => readEvents(post, header, [])?.map((arrival) => arrival.dedupeId);
  const ids = idsOf(seed);
  expect(idsOf(seed)).toEqual(ids);
  expect(new Set(ids).size).toBe(2);
  expect(idsOf(null)).not.toEqual(ids);
});

test("an event keeps the id its sender gave it, under an id of the executor's", () => {
  const [arrival] = readEvents({ name: "a", id: "mine", data: { n: 1 }, ts: 5 }, seed, []) ?? [];
  expect(arrival?.dedupeId).toBe("mine");
  expect(arrival?.id).not.toBe("mine");
  expect(JSON.parse(arrival?.event ?? "")).toEqual({ name: "a", id: "mine", data: { n: 1 }, ts: 5 });
});

test("an event without a name is refused", () => {
  expect(readEvents([{ name: "a" }, { data: {} }], seed, [])).toBeUndefined();
});
