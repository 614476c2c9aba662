import { sessionEventHeads, sessionEvents } from "@longhand/db";
import { and, eq, lte } from "drizzle-orm";
import { expect, test } from "vitest";
import { createRunTokens } from "../../base/run-tokens.ts";
import { givenDoor, type Door } from "../../testing/door.ts";
import { givenAccount, givenSession } from "../../testing/given.ts";

interface Message {
  readonly event: string;
  readonly id: number | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads a stream message by message; leaves it when done. */
async function* messagesOf(response: Response): AsyncGenerator<Message> {
  if (response.body === null) return;
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
      );
      if (fields["event"] === undefined) continue;
      yield {
        event: fields["event"],
        id: fields["id"] === undefined ? undefined : Number(fields["id"]),
        data: JSON.parse(fields["data"] ?? "null"),
      };
    }
  }
}

async function take(response: Response, until: (message: Message) => boolean): Promise<Message[]> {
  const seen: Message[] = [];
  for await (const message of messagesOf(response)) {
    seen.push(message);
    if (until(message)) break;
  }
  return seen;
}

const all = (response: Response) => take(response, () => false);

async function startTurn(door: Door, sessionId: string): Promise<{ runId: string; publicAccessToken: string }> {
  const answer = await door.send("POST", `/api/campaigns/ai-chat-sessions/${sessionId}/turn`, {
    body: { message: "Hello" },
  });
  return answer.json as { runId: string; publicAccessToken: string };
}

test("a session's stream begins with a snapshot and goes on live", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `/api/campaigns/ai-chat-sessions/${world.sessionId}`;
  const response = await door.open(`${path}/events`);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "x-accel-buffering": "no",
  });
  const reading = take(response, (message) => message.event === "run.queued");
  await door.send("PATCH", path, { body: { title: "Named" } });
  const { runId } = await startTurn(door, world.sessionId);
  const seen = await reading;
  expect(seen[0]).toMatchObject({
    event: "snapshot",
    id: undefined,
    data: { session: { id: world.sessionId, revision: 1 }, cursor: expect.any(Number) },
  });
  expect(seen.map(({ event }) => event)).toEqual(["snapshot", "session.updated", "run.queued"]);
  expect(seen[2]?.data).toMatchObject({
    seq: seen[2]?.id,
    run_id: runId,
    kind: "chat",
    message_id: expect.any(String),
  });
});

test("from any cursor the rest comes once: by after, by Last-Event-ID, and from the beginning by after=0", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `/api/campaigns/ai-chat-sessions/${world.sessionId}`;
  for (let index = 1; index <= 3; index += 1) await door.send("PATCH", path, { body: { title: `Title ${index}` } });
  const ids = async (query: string, headers = {}) =>
    (await take(await door.open(`${path}/events${query}`, headers), (message) => message.id === 3)).map(({ id }) => id);
  expect(await ids("?after=0")).toEqual([1, 2, 3]);
  expect(await ids("?after=1")).toEqual([2, 3]);
  expect(await ids("?after=0", { "last-event-id": "2" })).toEqual([3]);
  expect(await door.send("GET", `${path}/events?after=-1`)).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/after" }] },
  });
});

test("after=0 replays what a trimmed log still holds, and a cursor it no longer holds gets a new snapshot", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const { db } = world.database;
  const path = `/api/campaigns/ai-chat-sessions/${world.sessionId}`;
  for (let index = 1; index <= 4; index += 1) await door.send("PATCH", path, { body: { title: `Title ${index}` } });
  await db.delete(sessionEvents).where(and(eq(sessionEvents.sessionId, world.sessionId), lte(sessionEvents.seq, 2)));
  await db.update(sessionEventHeads).set({ floorSeq: 3 }).where(eq(sessionEventHeads.sessionId, world.sessionId));
  const replay = await take(await door.open(`${path}/events?after=0`), (message) => message.id === 4);
  expect(replay.map(({ id }) => id)).toEqual([3, 4]);
  const resync = await take(await door.open(`${path}/events?after=1`), (message) => message.event === "snapshot");
  expect(resync).toMatchObject([{ event: "resync" }, { event: "snapshot", data: { cursor: 4 } }]);
});

test("a deleted session ends its streams with session.deleted", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `/api/campaigns/ai-chat-sessions/${world.sessionId}`;
  const reading = all(await door.open(`${path}/events`));
  await door.send("DELETE", path);
  expect((await reading).map(({ event }) => event)).toEqual(["snapshot", "session.deleted"]);
  expect(await door.send("GET", `${path}/events`)).toMatchObject({ status: 404, json: { code: "not_found" } });
});

test("a run's stream ends after run.ended, and who has seen that gets 204", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const { runId, publicAccessToken } = await startTurn(door, world.sessionId);
  const path = `/api/runs/${runId}/events?token=${publicAccessToken}`;
  const withoutKey = { authorization: "" };
  const reading = all(await door.open(path, withoutKey));
  await door.send("POST", `/api/runs/${runId}/cancel`);
  const seen = await reading;
  expect(seen[0]).toMatchObject({ event: "snapshot", data: { run: { id: runId, status: "queued" } } });
  const last = seen.at(-1);
  expect(last).toMatchObject({ event: "run.ended", data: { run_id: runId, status: "cancelled" } });
  for (const { data, event } of seen.slice(1)) expect([event, data["run_id"]]).toEqual([event, runId]);
  const again = await door.open(path, { ...withoutKey, "last-event-id": String(last?.id) });
  expect([again.status, await again.text()]).toEqual([204, ""]);
  const late = await all(await door.open(`${path}&after=0`, withoutKey));
  expect(late.at(-1)?.event).toBe("run.ended");
  expect(late.map(({ id }) => id)).toEqual(seen.slice(1).map(({ id }) => id));
});

test("a run whose events are gone still tells its end", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const { db } = world.database;
  const { runId } = await startTurn(door, world.sessionId);
  await door.send("POST", `/api/runs/${runId}/cancel`);
  await db.delete(sessionEvents).where(eq(sessionEvents.sessionId, world.sessionId));
  const seen = await all(await door.open(`/api/runs/${runId}/events?after=1`));
  expect(seen.map(({ event }) => event)).toEqual(["resync", "snapshot", "run.ended"]);
});

test("a token opens its own run only, while it lives, and a foreign run is not found by key", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const { runId } = await startTurn(door, world.sessionId);
  const path = `/api/runs/${runId}/events`;
  const expired = createRunTokens({ secret: "a secret for tests only", now: () => new Date(Date.now() - 3_700_000) });
  const token = await expired.issue({ id: world.sessionId, sessionId: world.sessionId, userId: world.userId });
  for (const wrong of ["nonsense", token])
    expect((await door.send("GET", `${path}?token=${wrong}`, { headers: { authorization: "" } })).status).toBe(401);
  expect((await door.send("GET", path, { headers: { authorization: "" } })).status).toBe(401);
  expect((await (await givenDoor(await givenAccount())).send("GET", path)).status).toBe(404);
});

test("a stream whose token ends says so and closes", async () => {
  const world = await givenSession();
  const issuing = createRunTokens({ secret: "a secret for tests only", now: () => new Date(Date.now() - 3_598_000) });
  const door = await givenDoor(world);
  const { runId } = await startTurn(door, world.sessionId);
  const id = runId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  const token = await issuing.issue({ id, sessionId: world.sessionId, userId: world.userId });
  const seen = await all(await door.open(`/api/runs/${runId}/events?token=${token}`, { authorization: "" }));
  expect(seen.at(-1)?.event).toBe("token.expired");
});

test("the stopping process ends its streams", async () => {
  const world = await givenSession();
  const stop = new AbortController();
  const door = await givenDoor(world, { stopping: stop.signal });
  const response = await door.open(`/api/campaigns/ai-chat-sessions/${world.sessionId}/events`);
  const reading = all(response);
  stop.abort();
  expect((await reading).length).toBeLessThanOrEqual(1);
});

test("an account may hold twenty streams; one that is left makes room", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `/api/campaigns/ai-chat-sessions/${world.sessionId}/events?after=0`;
  const open = await Promise.all(Array.from({ length: 20 }, () => door.open(path)));
  const refused = await door.send("GET", path);
  expect(refused).toMatchObject({ status: 429, json: { code: "rate_limited" } });
  expect(refused.headers.has("retry-after")).toBe(true);
  await open[0]?.body?.cancel();
  const next = await door.open(path);
  expect(next.status).toBe(200);
  await Promise.all([...open.slice(1), next].map((response) => response.body?.cancel()));
});
