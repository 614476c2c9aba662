import { expect, test } from "vitest";
import { createLimiter, createStreamSlots } from "../../base/limits.ts";
import { key } from "../../testing/actors.ts";
import { givenDoor } from "../../testing/door.ts";
import { givenAccount, givenSession } from "../../testing/given.ts";

test("a bucket allows a minute's worth at once, then as it fills", () => {
  let now = 0;
  const limiter = createLimiter({ name: "q", perMinute: 60 }, () => now);
  for (let index = 0; index < 60; index += 1) expect(limiter.take("a").allowed).toBe(true);
  expect(limiter.take("a")).toMatchObject({ allowed: false, remaining: 0, retryAfterMs: 1000, resetSeconds: 60 });
  expect(limiter.take("b").allowed).toBe(true);
  now = 999;
  expect(limiter.take("a").allowed).toBe(false);
  now = 1000;
  expect(limiter.take("a").allowed).toBe(true);
  now = 3_600_000;
  expect(limiter.take("a")).toMatchObject({ allowed: true, remaining: 59 });
});

test("a key that has used its requests is told when to come back; another key of the account is not", async () => {
  const world = await givenAccount();
  const known = (secret: string) => (secret === "lh_wrong" ? undefined : { ...key(world.userId), keyId: secret });
  const door = await givenDoor(world, {
    rateLimit: true,
    now: () => 0,
    authenticate: (secret) => Promise.resolve(known(secret)),
  });
  const read = (headers = {}) => door.send("GET", "/api/runs/malformed", { headers });
  const first = await read();
  expect([first.headers.get("ratelimit-policy"), first.headers.get("ratelimit")]).toEqual([
    '"requests";q=600;w=60',
    '"requests";r=599;t=1',
  ]);
  for (let index = 1; index < 600; index += 1) await read();
  const refused = await read();
  expect(refused).toMatchObject({ status: 429, json: { code: "rate_limited" } });
  expect([refused.headers.get("retry-after"), refused.headers.get("ratelimit")]).toEqual(["1", '"requests";r=0;t=60']);
  expect((await read({ authorization: "Bearer lh_other" })).status).toBe(404);
  expect((await read({ authorization: "Bearer lh_wrong" })).headers.has("ratelimit")).toBe(false);
});

test("starts of runs have a quota of their own, which what is refused leaves alone", async () => {
  const world = await givenSession();
  const door = await givenDoor(world, { rateLimit: true, now: () => 0 });
  const turn = (message: string) =>
    door.send("POST", `/api/campaigns/ai-chat-sessions/${world.sessionId}/turn`, { body: { message } });
  const refused = await turn("");
  expect(refused.headers.get("ratelimit-policy")).toBe('"requests";q=600;w=60, "run-starts";q=60;w=60');
  expect(refused.headers.get("ratelimit")).toBe('"requests";r=599;t=1, "run-starts";r=60;t=0');
  const started = await turn("Hello");
  expect(started.headers.get("ratelimit")).toBe('"requests";r=598;t=1, "run-starts";r=59;t=1');
  const busy = await Promise.all(Array.from({ length: 100 }, () => turn("Hello")));
  expect(new Set(busy.map((answer) => answer.status))).toEqual(new Set([409]));
  const stop = (answer: { readonly json: unknown }) =>
    door.send("POST", `/api/runs/${(answer.json as { runId: string }).runId}/cancel`);
  await stop(started);
  for (let index = 1; index < 60; index += 1) await stop(await turn("Hello"));
  expect(await turn("Hello")).toMatchObject({
    status: 429,
    json: { error: expect.stringContaining("starts of runs") },
  });
  expect((await door.send("GET", "/api/campaigns")).status).toBe(200);
});

test("runs that were started at once beyond the quota are owed", () => {
  let now = 0;
  const limiter = createLimiter({ name: "q", perMinute: 2 }, () => now);
  for (let index = 0; index < 3; index += 1) expect(limiter.look("a").allowed).toBe(true);
  for (let index = 0; index < 3; index += 1) limiter.spend("a");
  expect(limiter.look("a")).toMatchObject({ allowed: false, remaining: 0, retryAfterMs: 60_000 });
  now = 60_000;
  expect(limiter.look("a").allowed).toBe(true);
});

test("with quotas off there are no headers about them", async () => {
  const door = await givenDoor(await givenAccount());
  const answer = await door.send("GET", "/api/campaigns");
  expect([answer.headers.has("ratelimit"), answer.headers.has("ratelimit-policy")]).toEqual([false, false]);
});

test("stream slots end per account and in all, and come back once", () => {
  const slots = createStreamSlots(2, 3);
  const [first] = [slots.take("a"), slots.take("a")];
  expect(slots.take("a")).toBeUndefined();
  expect(slots.take("b")).toBeDefined();
  expect(slots.take("c")).toBeUndefined();
  first?.[Symbol.dispose]();
  first?.[Symbol.dispose]();
  expect(slots.open).toBe(2);
  expect(slots.take("a")).toBeDefined();
});
