import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import { describe, expect, test } from "vitest";
import { createLocalInngest, memoryStore } from "../src/index.ts";
import { silent } from "./given-world.ts";

type Options = Parameters<Inngest["createFunction"]>[0];

async function started(options: Partial<Options>): Promise<void> {
  const local = createLocalInngest({ store: memoryStore() });
  const inngest = new Inngest({ id: "app", isDev: true, baseUrl: local.baseUrl, fetch: local.fetch, logger: silent });
  const fn = inngest.createFunction({ id: "f", triggers: [{ event: "go" }], ...options }, async () => undefined);
  try {
    await local.start(serve({ client: inngest, functions: [fn] }));
  } finally {
    await local.stop();
  }
}

describe("start refuses, naming function and option,", () => {
  test.each<[string, Partial<Options>]>([
    ["throttle", { throttle: { limit: 1, period: "1m" } }],
    ["rateLimit", { rateLimit: { limit: 1, period: "1m" } }],
    ["debounce", { debounce: { period: "1m" } }],
    ["batchEvents", { batchEvents: { maxSize: 2, timeout: "5s" } }],
    ["priority", { priority: { run: "event.data.n" } }],
    ["singleton", { singleton: { mode: "skip" } }],
    ["triggers.if", { triggers: [{ event: "go", if: "event.data.tags.exists(t, t == 'x')" }] }],
    ["cron", { triggers: [{ cron: "every day" }] }],
    ["idempotency", { idempotency: "event.data.a + event.data.b" }],
    ["concurrency", { concurrency: [{ limit: 1, key: "lower(event.data.a)" }] }],
    ["cancelOn", { cancelOn: [{ event: "stop", if: "event.data.id in async.data.ids" }] }],
  ])("%s", async (option, options) => {
    await expect(started(options)).rejects.toThrow(`function app-f, option ${option}:`);
  });

  test("and lists every problem at once", async () => {
    const failing = started({ debounce: { period: "1m" }, idempotency: "a + b" });
    await expect(failing).rejects.toThrow(/option debounce: not supported\n- function app-f, option idempotency:/);
  });

  test("and accepts everything it supports", async () => {
    const starting = started({
      triggers: [{ event: "go", if: "event.data.n > 1" }, { event: "app/*" }, { cron: "TZ=Europe/Berlin 0 9 * * 1-5" }],
      concurrency: [{ limit: 2 }, { limit: 1, key: "event.data.user", scope: "env" }],
      idempotency: "event.data.id",
      cancelOn: [{ event: "stop", match: "data.id", timeout: "1h" }],
      timeouts: { start: "1m", finish: "10m" },
      retries: 0,
    });
    await expect(starting).resolves.toBeUndefined();
  });
});

test("before start and after stop an event is refused, to be sent again", async () => {
  const local = createLocalInngest({ store: memoryStore() });
  const response = await local.fetch(`${local.baseUrl}/e/key`, { method: "POST", body: "[]" });
  expect(response.status).toBe(503);
  await local.stop();
  await local.stop();
});

test("a path that an Inngest server has and the executor has not is named", async () => {
  const local = createLocalInngest({ store: memoryStore() });
  const inngest = new Inngest({ id: "app", isDev: true, baseUrl: local.baseUrl, fetch: local.fetch, logger: silent });
  await local.start(serve({ client: inngest, functions: [] }));
  const response = await local.fetch(`${local.baseUrl}/v1/realtime/token`, { method: "POST" });
  expect([response.status, await response.text()]).toEqual([501, expect.stringContaining("POST /v1/realtime/token")]);
  await local.stop();
});
