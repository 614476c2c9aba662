import { expect, test } from "vitest";
import { givenDataDir, givenRestSession, startServer, untilIdle, type SessionJson } from "./start-server.ts";

const brief =
  "We sell hearing tests to factory managers. Their checks take a whole shift away from the line. Our van comes to the gate. Ask for a call.";

test(
  "a server killed in the middle of a turn frees its session after the next start, with one reply",
  { timeout: 180_000 },
  async () => {
    await using dataDir = await givenDataDir();
    // Slow words, so that the kill falls into the turn.
    const first = await startServer(dataDir.path, { LONGHAND_OFFLINE_PACE_MS: "60" });
    const { path } = await givenRestSession(first);
    expect((await first.call("POST", `${path}/turn`, { message: brief })).status).toBe(202);
    await seen(first, path, "running");
    await first.end("SIGKILL");

    const second = await startServer(dataDir.path);
    try {
      const session = await untilIdle(second, path, 60_000);
      const roles = session.messages.map((message) => message.role);
      expect(session.messages[0]?.content).toBe(brief);
      expect(session.last_run?.status === "succeeded" ? roles : [...roles, "assistant"]).toEqual(["user", "assistant"]);
      expect(["succeeded", "failed"]).toContain(session.last_run?.status);
      expect((await second.call("POST", `${path}/turn`, { message: "Make it shorter." })).status).toBe(202);
      await untilIdle(second, path);
    } finally {
      await second.end("SIGTERM");
    }
  },
);

test(
  "SIGTERM during a turn exits with 0 within ten seconds, and the turn is finished by the next start",
  { timeout: 180_000 },
  async () => {
    await using dataDir = await givenDataDir();
    const first = await startServer(dataDir.path, { LONGHAND_OFFLINE_PACE_MS: "60" });
    const { path } = await givenRestSession(first);
    await first.call("POST", `${path}/turn`, { message: brief });
    await seen(first, path, "running");
    expect(await first.end("SIGTERM")).toBe(0);

    const second = await startServer(dataDir.path);
    try {
      const session = await untilIdle(second, path, 60_000);
      expect(session.last_run?.status).toBe("succeeded");
      expect(session.messages).toHaveLength(2);
    } finally {
      await second.end("SIGTERM");
    }
  },
);

test("a second server on the same address is told so and disturbs nothing", { timeout: 120_000 }, async () => {
  await using dataDir = await givenDataDir();
  const server = await startServer(dataDir.path);
  try {
    await expect(startServer(dataDir.path, { PORT: new URL(server.url).port })).rejects.toThrow(/is in use/);
    expect((await server.call("GET", "/api/campaigns")).status).toBe(200);
  } finally {
    expect(await server.end("SIGTERM")).toBe(0);
  }
});

async function seen(server: Awaited<ReturnType<typeof startServer>>, path: string, status: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { body } = await server.call<{ session: SessionJson }>("GET", path);
    if (body.session.last_run?.status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the run was never ${status}`);
}
