import { aiChatSessions, outbox, runs, skeletonVersions } from "@longhand/db";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { toStored } from "../../base/json.ts";
import { inTransaction } from "../../base/transaction.ts";
import { givenEngine } from "../../testing/engine.ts";
import { givenCampaign, givenLeads, givenSession, type SessionWorld } from "../../testing/given.ts";
import { plannedSkeleton } from "../../testing/scripts.ts";
import { getSession } from "../sessions/get-session.ts";
import { updateSession } from "../sessions/update-session.ts";
import { startTurn } from "../turns/start-turn.ts";
import { leadKey } from "./examples-input.ts";
import { generateExamples } from "./generate-examples.ts";

test("a session without a skeleton refuses and stays free", async () => {
  const world = await givenSession();
  await expect(generateExamples(world.ctx, { sessionId: world.sessionId, isFirstBatch: true })).rejects.toMatchObject({
    code: "no_skeleton",
    message: "Session has no framework yet. Chat first to create one.",
  });
  expect(await world.database.db.select().from(runs).where(eq(runs.sessionId, world.sessionId))).toEqual([]);
});

test("a busy session says by what, in both directions", async () => {
  const world = await givenPlanned();
  const { runId } = await generateExamples(world.ctx, { sessionId: world.sessionId, isFirstBatch: true });
  const busy = {
    code: "session_busy",
    message: "Session is busy (generating_examples)",
    details: { runId, retryAfterMs: 3000 },
  };
  await expect(generateExamples(world.ctx, { sessionId: world.sessionId, isFirstBatch: true })).rejects.toMatchObject(
    busy,
  );
  await expect(startTurn(world.ctx, { sessionId: world.sessionId, message: "Hello" })).rejects.toMatchObject(busy);
  expect(await getSession(world.ctx, { sessionId: world.sessionId })).toMatchObject({
    taskStatus: "generating_examples",
    lastRun: { progress: { done: 0, total: 3 } },
  });
});

test("a lead that is absent or of another campaign refuses the whole call and writes nothing", async () => {
  const world = await givenPlanned();
  const [own = ""] = await givenLeads(world, [{ firstName: "Own" }]);
  const [foreign = ""] = await givenLeads(await givenCampaign());
  for (const id of [foreign, v7()]) {
    await expect(
      generateExamples(world.ctx, { sessionId: world.sessionId, leadIds: [own, id], isFirstBatch: true }),
    ).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await world.database.db.select().from(runs).where(eq(runs.sessionId, world.sessionId))).toEqual([]);
  expect(await world.database.db.select().from(outbox).where(eq(outbox.targetId, world.sessionId))).toEqual([]);
});

test("a campaign without leads has nobody to write for", async () => {
  const world = await givenPlanned([]);
  await expect(generateExamples(world.ctx, { sessionId: world.sessionId, isFirstBatch: true })).rejects.toMatchObject({
    code: "invalid_input",
    details: { issues: [{ path: "/leads" }] },
  });
});

test("examples arrive in the order asked for, with evidence, and the run counts them", async () => {
  const world = await givenPlanned();
  await using engine = await givenEngine(world);
  const ids = [...world.leadIds].toReversed();
  const { runId } = await generateExamples(engine.ctx, {
    sessionId: world.sessionId,
    leadIds: ids,
    isFirstBatch: true,
  });
  const events = await engine.untilEnded(world.sessionId, runId);
  const session = await getSession(engine.ctx, { sessionId: world.sessionId });
  expect(session.generatedExamples?.map(({ leadId }) => leadId)).toEqual(ids);
  expect(session.generatedExamples?.at(-1)).toMatchObject({
    leadName: "Mara Lind",
    subject: "Month-end at Northwind",
    status: "written",
    stale: false,
    frameworkVersion: 1,
  });
  expect(session.generatedExamples?.at(-1)?.evidence.length).toBeGreaterThan(0);
  expect(session.lastRun).toMatchObject({ kind: "examples", status: "succeeded", progress: { done: 3, total: 3 } });
  expect(events.flatMap((event) => (event.kind === "example.written" ? [event.payload.done] : []))).toEqual([1, 2, 3]);
});

test("a first batch replaces what was there, a further one adds and replaces the same lead", async () => {
  const world = await givenPlanned();
  await using engine = await givenEngine(world);
  const [a = "", b = "", c = ""] = world.leadIds;
  const batch = async (leadIds: string[], isFirstBatch: boolean) => {
    const { runId } = await generateExamples(engine.ctx, { sessionId: world.sessionId, leadIds, isFirstBatch });
    await engine.untilEnded(world.sessionId, runId);
    return (await getSession(engine.ctx, { sessionId: world.sessionId })).generatedExamples
      ?.map(({ leadId }) => leadId)
      .toSorted();
  };
  expect(await batch([a, b], true)).toEqual([a, b].toSorted());
  expect(await batch([b, c], false)).toEqual([a, b, c].toSorted());
  expect(await batch([c], true)).toEqual([c]);
});

test("leads given by value are keyed by their id or a stable hash, each once", async () => {
  const world = await givenPlanned();
  await using engine = await givenEngine(world);
  const id = v7();
  const leads = [
    { firstName: "Ann", email: "Ann@Example.com" },
    { id, firstName: "Bo" },
    { email: " ann@example.com ", firstName: "Ann" },
  ];
  const { runId } = await generateExamples(engine.ctx, { sessionId: world.sessionId, leads, isFirstBatch: true });
  await engine.untilEnded(world.sessionId, runId);
  const session = await getSession(engine.ctx, { sessionId: world.sessionId });
  expect(session.generatedExamples?.map(({ leadId }) => leadId)).toEqual([
    leadKey({ first_name: "Ann", email: "ann@example.com" }),
    id,
  ]);
});

test("examples are stale after a new draft or skeleton, and cleared by the person", async () => {
  const world = await givenPlanned();
  await using engine = await givenEngine(world);
  const { runId } = await generateExamples(engine.ctx, { sessionId: world.sessionId, isFirstBatch: true });
  await engine.untilEnded(world.sessionId, runId);
  const edited = await updateSession(engine.ctx, { sessionId: world.sessionId, draftBody: "Hi there, shall we talk?" });
  expect(edited.generatedExamples?.map(({ stale }) => stale)).toEqual([true, true, true]);
  const cleared = await updateSession(engine.ctx, { sessionId: world.sessionId, generatedExamples: null });
  expect(cleared.generatedExamples).toBeNull();
});

async function givenPlanned(leads?: Parameters<typeof givenLeads>[1]): Promise<SessionWorld & { leadIds: string[] }> {
  const world = await givenSession();
  const leadIds = leads?.length === 0 ? [] : await givenLeads(world, leads);
  await inTransaction(world.ctx, async (tx) => {
    await tx.db.update(aiChatSessions).set({ revision: 2 }).where(eq(aiChatSessions.id, world.sessionId));
    await tx.db.insert(skeletonVersions).values({
      sessionId: world.sessionId,
      frameworkVersion: 1,
      revision: 2,
      content: toStored(plannedSkeleton),
      author: "ai",
    });
  });
  return { ...world, leadIds };
}
