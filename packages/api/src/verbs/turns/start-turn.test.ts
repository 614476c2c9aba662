import { chatMessages, outbox, runs, sessionEvents } from "@longhand/db";
import { asc, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { AppError } from "../../base/errors.ts";
import { givenAccount, givenSession } from "../../testing/given.ts";
import { cancelRun } from "../runs/cancel-run.ts";
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
  const { runId, publicAccessToken } = await startTurn(world.ctx, {
    sessionId: world.sessionId,
    message: "Write to finance leads.",
    availableVarNames: ["first_name"],
    selection: { field: "body", from: 0, to: 4, revision: 1 },
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
      baseRevision: 1,
      leaseEpoch: 0,
      dispatch: 1,
      input: { availableVarNames: ["first_name"], selection: { field: "body", from: 0, to: 4, revision: 1 } },
    },
  ]);
  const events = await db
    .select()
    .from(sessionEvents)
    .where(eq(sessionEvents.sessionId, world.sessionId))
    .orderBy(asc(sessionEvents.seq));
  const [message] = await db.select().from(chatMessages).where(eq(chatMessages.sessionId, world.sessionId));
  expect(events.map((event) => [event.seq, event.kind, event.payload])).toMatchObject([
    [1, "run.queued", { runId, kind: "chat", messageId: message?.id }],
    [2, "message.added", { id: message?.id, role: "user", content: "Write to finance leads.", status: "pending" }],
  ]);
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
