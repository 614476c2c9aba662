import { afterAll, beforeAll, expect, test } from "vitest";
import {
  givenDataDir,
  givenRestSession,
  startServer,
  untilIdle,
  type SessionJson,
  type TestServer,
} from "./start-server.ts";

const brief =
  "We're Ledgerline. We sell month-end close software to CFOs at mid-size companies. Their close takes nine days because everything is checked by hand. Halvorsen Foods went from nine days to three. Ask for a 15-minute call.";
const fields = [
  "id",
  "user_id",
  "campaign_id",
  "node_id",
  "title",
  "messages",
  "draft_subject",
  "draft_body",
  "skeleton",
  "skeleton_history",
  "draft_history",
  "framework_version",
  "generated_examples",
  "task_status",
  "created_at",
  "updated_at",
];

let server: TestServer;
const dataDir = givenDataDir();

beforeAll(async () => {
  server = await startServer((await dataDir).path);
}, 120_000);

afterAll(async () => {
  await server?.end("SIGTERM");
  await (await dataDir)[Symbol.asyncDispose]();
});

test("create, turn, poll and examples give the documented shapes in the documented order", async () => {
  const { path, sessionId } = await givenRestSession(server);
  const fresh = (await server.call<{ session: SessionJson }>("GET", path)).body.session;
  expect(Object.keys(fresh).slice(0, 16)).toEqual(fields);
  expect(Object.keys(fresh).slice(16)).toEqual(["revision", "proposal", "last_run", "checks"]);
  expect(fields.slice(4, 14).map((field) => fresh[field])).toEqual(Array(10).fill(null));

  const early = await server.call("POST", `${path}/generate-examples`, {});
  expect(early).toMatchObject({
    status: 400,
    body: { code: "no_skeleton", error: "Session has no framework yet. Chat first to create one." },
  });

  const turn = await server.call<{ runId: string }>("POST", `${path}/turn`, { message: brief });
  expect(turn.status).toBe(202);
  expect(turn.body).toEqual({
    runId: expect.stringMatching(/^run_[0-9a-f]{32}$/),
    publicAccessToken: expect.stringMatching(/^eyJ/),
  });
  expect(turn.headers.get("location")).toBe(`/api/runs/${turn.body.runId}`);

  const drafted = await untilIdle(server, path);
  expect(drafted).toMatchObject({
    framework_version: 1,
    skeleton_history: [],
    last_run: { id: turn.body.runId, kind: "chat", status: "succeeded" },
  });
  expect(drafted.messages.map((message) => message.role)).toEqual(["user", "assistant"]);
  expect(Object.keys(drafted.messages[0] ?? {})).toEqual(["id", "role", "content", "created_at", "run_id", "status"]);
  expect(drafted.messages[0]).toMatchObject({ content: brief, status: "complete", run_id: turn.body.runId });
  expect(drafted.draft_body).toContain("%first_name");
  expect(drafted.checks.errors).toBe(0);

  const examples = await server.call("POST", `${path}/generate-examples`, {});
  expect(examples.status).toBe(202);
  const finished = await untilIdle(server, path);
  expect(finished.generated_examples).toHaveLength(5);
  for (const example of finished.generated_examples) {
    expect(example).toMatchObject({ framework_version: 1, stale: false, status: "written" });
    expect(`${example.subject}\n${example.body}`).not.toMatch(/%\w+%|⟦|&&/);
  }
  expect(finished.last_run).toMatchObject({ kind: "examples", progress: { done: 5, total: 5 } });
  expect((await server.call("DELETE", path)).body).toEqual({ success: true });
  expect((await server.call("DELETE", path)).status).toBe(404);
  expect(sessionId).toBeTypeOf("string");
});

test("of fifty turns sent at once, one is accepted and forty-nine learn its run", async () => {
  const { path } = await givenRestSession(server);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => server.call<{ runId?: string }>("POST", `${path}/turn`, { message: brief })),
  );
  const accepted = answers.filter((answer) => answer.status === 202);
  const refused = answers.filter((answer) => answer.status === 409);
  expect([accepted.length, refused.length]).toEqual([1, 49]);
  for (const answer of refused) {
    expect(answer.body).toMatchObject({
      code: "session_busy",
      error: "Session is busy (chat_processing)",
      run_id: accepted[0]?.body.runId,
    });
    expect(answer.headers.get("retry-after")).toBe("3");
  }
  expect((await untilIdle(server, path)).messages).toHaveLength(2);
});

test("an edit by hand during a turn stays, and what the turn wanted is a proposal or an earlier version", async () => {
  const { path } = await givenRestSession(server);
  await server.call("POST", `${path}/turn`, { message: brief });
  await untilIdle(server, path);
  await server.call("POST", `${path}/turn`, { message: "Make it shorter." });
  const mine = "Hi %first_name|there%,\n\nMy own words.\n\nWorth a call?";
  const saved = await server.call("PATCH", path, { draft_body: mine });
  expect(saved.status).toBe(200);
  const session = await untilIdle(server, path);
  expect(session.draft_body).toBe(mine);
});
