import { chatMessages, outbox, runs, sessionEvents } from "@longhand/db";
import { asc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { AppError } from "../../base/errors.ts";
import { givenAccount, givenSession } from "../../testing/given.ts";
import { cancelRun } from "../runs/cancel-run.ts";
import { updateSession } from "../sessions/update-session.ts";
import type { Selection } from "./contract.ts";
import { startTurn } from "./start-turn.ts";

test("of fifty turns sent at once, one is heard and forty-nine learn its run", async () => {
  const world = await givenSession();
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, () => startTurn(world.ctx, { sessionId: world.sessionId, message: "Shorter, please." })),
  );
  const heard = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value.runId] : []));
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(heard).toHaveLength(1);
  expect(refused).toHaveLength(49);
  for (const error of refused) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: "session_busy",
      message: "Session is busy (chat_processing)",
      details: { runId: heard[0], retryAfterMs: 3000 },
    });
  }
  const { db } = world.database;
  expect(await db.select().from(chatMessages).where(eq(chatMessages.sessionId, world.sessionId))).toHaveLength(1);
  expect(
    await db
      .select()
      .from(outbox)
      .where(eq(outbox.targetId, heard[0] ?? "")),
  ).toMatchObject([{ kind: "job", dedupeKey: `${heard[0]}:1` }]);
});

test("a message sent a hundred times under one id starts one run, and every sender learns it", async () => {
  const world = await givenSession();
  const messageId = v7();
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      startTurn(world.ctx, { sessionId: world.sessionId, message: "Write to finance leads.", messageId }),
    ),
  );
  expect(new Set(answers.map((answer) => answer.runId)).size).toBe(1);
  const { db } = world.database;
  expect(
    await db.select({ id: chatMessages.id }).from(chatMessages).where(eq(chatMessages.sessionId, world.sessionId)),
  ).toEqual([{ id: messageId }]);
  expect(await db.select().from(runs).where(eq(runs.sessionId, world.sessionId))).toHaveLength(1);
});

test("a message id gives its run also after that run has ended", async () => {
  const world = await givenSession();
  const input = { sessionId: world.sessionId, message: "Write to finance leads.", messageId: v7() };
  const { runId } = await startTurn(world.ctx, input);
  await cancelRun(world.ctx, { runId });
  expect((await startTurn(world.ctx, input)).runId).toBe(runId);
});

test("a message id of another session is refused and writes nothing", async () => {
  const world = await givenSession();
  const other = await givenSession();
  const messageId = v7();
  await startTurn(other.ctx, { sessionId: other.sessionId, message: "Hello", messageId });
  await expect(startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello", messageId })).rejects.toMatchObject(
    { code: "invalid_input", details: { issues: [{ path: "/message_id" }] } },
  );
  expect(await world.database.db.select().from(runs).where(eq(runs.sessionId, world.sessionId))).toHaveLength(0);
});

test("a turn is queued with its message, its request and the session's revision", async () => {
  const world = await givenSession();
  await updateSession(world.ctx, { sessionId: world.sessionId, draftBody: "Hello there" });
  const { runId, publicAccessToken } = await startTurn(world.ctx, {
    sessionId: world.sessionId,
    message: "Write to finance leads.",
    availableVarNames: ["first_name"],
    selection: { field: "body", from: 0, to: 4, revision: 2 },
  });
  const { db } = world.database;
  expect(await world.ctx.runTokens.verify(publicAccessToken, runId)).toMatchObject({
    userId: world.userId,
    sessionId: world.sessionId,
  });
  expect(await db.select().from(runs).where(eq(runs.id, runId))).toMatchObject([
    {
      status: "queued",
      kind: "chat",
      baseRevision: 2,
      leaseEpoch: 0,
      dispatch: 1,
      input: { availableVarNames: ["first_name"], selection: { field: "body", from: 0, to: 4, revision: 2 } },
    },
  ]);
  const events = await db
    .select()
    .from(sessionEvents)
    .where(eq(sessionEvents.sessionId, world.sessionId))
    .orderBy(asc(sessionEvents.seq));
  const [message] = await db.select().from(chatMessages).where(eq(chatMessages.sessionId, world.sessionId));
  // The first two tell of the draft.
  expect(events.slice(2).map((event) => [event.seq, event.kind, event.payload])).toMatchObject([
    [3, "run.queued", { runId, kind: "chat", messageId: message?.id }],
    [4, "message.added", { id: message?.id, role: "user", content: "Write to finance leads.", status: "pending" }],
  ]);
});

test("words that the draft does not have cannot be selected", async () => {
  const world = await givenSession();
  const { ctx, sessionId } = world;
  const select = (selection: Selection) => startTurn(ctx, { sessionId, message: "Shorter", selection });
  const issue = (path: string) => ({ code: "invalid_input", details: { issues: [{ path }] } });
  const first = { field: "body", from: 0, to: 5, revision: 1 } as const;
  await expect(select(first)).rejects.toMatchObject(issue("/selection/field"));
  const { revision } = await updateSession(ctx, { sessionId, draftSubject: "Hi", draftBody: "Hello there" });
  await expect(select({ ...first, to: 12 })).rejects.toMatchObject(issue("/selection/to"));
  await expect(select({ ...first, field: "subject" })).rejects.toMatchObject(issue("/selection/to"));
  await expect(select({ ...first, revision: revision + 1 })).rejects.toMatchObject(issue("/selection/revision"));
  expect(await world.database.db.select().from(runs).where(eq(runs.sessionId, sessionId))).toHaveLength(0);
  await updateSession(ctx, { sessionId, draftBody: "Hi" });
  await expect(select({ ...first, to: 11, revision })).resolves.toHaveProperty("runId");
});

test("a session of somebody else answers like none at all", async () => {
  const world = await givenSession();
  const stranger = await givenAccount();
  await expect(startTurn(stranger.ctx, { sessionId: world.sessionId, message: "Hello" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(startTurn(stranger.ctx, { sessionId: v7(), message: "Hello" })).rejects.toMatchObject({
    code: "not_found",
  });
});
