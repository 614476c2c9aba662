import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { EnvError, readEnv, variableNames } from "./env.ts";

test("an empty environment means loopback, embedded database and executor, and the offline model", () => {
  const env = readEnv({});
  expect(env).toMatchObject({
    host: "127.0.0.1",
    port: 3000,
    loopback: true,
    databaseUrl: undefined,
    inngest: { kind: "embedded" },
  });
  expect(env.models.anthropicApiKey).toBeUndefined();
});

test("every wrong value is listed in one message", () => {
  const wrong = {
    PORT: "eighty",
    DATABASE_URL: "mysql://x",
    LONGHAND_API_KEY: "short",
    LONGHAND_OFFLINE_PACE_MS: "-1",
    HOST: "0.0.0.0",
  };
  expect(() => readEnv(wrong)).toThrow(EnvError);
  for (const name of ["PORT", "DATABASE_URL", "LONGHAND_API_KEY", "LONGHAND_OFFLINE_PACE_MS", "LONGHAND_SECRET"]) {
    expect(() => readEnv(wrong)).toThrow(name);
  }
});

test("a wrong value hides neither a missing Inngest key nor a model that nobody has", () => {
  const wrong = { PORT: "eighty", INNGEST_BASE_URL: "nowhere", LONGHAND_MODEL: "gpt-nonsense" };
  expect(() => readEnv(wrong)).toThrow(
    /PORT[^]*INNGEST_BASE_URL[^]*INNGEST_EVENT_KEY[^]*INNGEST_SIGNING_KEY[^]*LONGHAND_MODEL/,
  );
});

test("a variable that is set to nothing counts as absent", () => {
  expect(readEnv({ DATABASE_URL: "", ANTHROPIC_API_KEY: "" })).toMatchObject({ databaseUrl: undefined });
});

test("an Inngest server without its keys is refused, naming both, and INNGEST_DEV=0 is never embedded", () => {
  expect(() => readEnv({ INNGEST_BASE_URL: "https://inngest.example" })).toThrow(
    /INNGEST_EVENT_KEY[\s\S]*INNGEST_SIGNING_KEY/,
  );
  expect(() => readEnv({ INNGEST_DEV: "0" })).toThrow(/INNGEST_SIGNING_KEY/);
  expect(readEnv({ INNGEST_DEV: "1" }).inngest).toEqual({ kind: "dev", url: undefined, serveOrigin: undefined });
  expect(readEnv({ INNGEST_DEV: "http://127.0.0.1:8288" }).inngest).toEqual({
    kind: "dev",
    url: "http://127.0.0.1:8288",
    serveOrigin: undefined,
  });
});

test("the rate limit can be turned off on loopback only", () => {
  expect(readEnv({ LONGHAND_RATE_LIMIT: "off" }).rateLimit).toBe(false);
  expect(readEnv({ LONGHAND_RATE_LIMIT: "off", HOST: "0.0.0.0", LONGHAND_SECRET: "s".repeat(32) }).rateLimit).toBe(
    true,
  );
});

test(".env.example names every variable and no other", async () => {
  const example = await readFile(new URL("../../../.env.example", import.meta.url), "utf8");
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  expect(named.toSorted()).toEqual([...variableNames].toSorted());
});
