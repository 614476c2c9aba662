import { campaignSequenceNodes } from "@longhand/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { givenAccount, givenCampaign } from "../../testing/given.ts";
import { createSession } from "./create-session.ts";

test("a new session is empty but for its ids and instants", async () => {
  const world = await givenCampaign();
  const session = await createSession(world.ctx, world);
  expect(session).toMatchObject({
    userId: world.userId,
    campaignId: world.campaignId,
    nodeId: world.nodeId,
    title: null,
    messages: null,
    draftSubject: null,
    draftBody: null,
    skeleton: null,
    skeletonHistory: null,
    draftHistory: null,
    frameworkVersion: null,
    generatedExamples: null,
    taskStatus: null,
    revision: 1,
    proposal: null,
    lastRun: null,
    checks: null,
  });
});

test("of ten people opening one node at once, one makes its session and nine learn it", async () => {
  const world = await givenCampaign();
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => createSession(world.ctx, world)));
  const made = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value.id] : []));
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(made).toHaveLength(1);
  expect(refused.map((error) => [error.code, error.details.sessionId])).toEqual(
    Array(9).fill(["session_exists", made[0]]),
  );
});

test("a foreign campaign, a removed node and a node of another campaign are not found", async () => {
  const world = await givenCampaign();
  const stranger = await givenAccount();
  await expect(createSession(stranger.ctx, world)).rejects.toMatchObject({
    code: "not_found",
    message: "Campaign not found",
  });
  const other = await givenCampaign(world);
  await expect(createSession(world.ctx, { campaignId: world.campaignId, nodeId: other.nodeId })).rejects.toMatchObject({
    message: "Node not found",
  });
  await world.database.db
    .update(campaignSequenceNodes)
    .set({ removedAt: new Date() })
    .where(eq(campaignSequenceNodes.id, world.nodeId));
  await expect(createSession(world.ctx, world)).rejects.toMatchObject({ message: "Node not found" });
  await expect(createSession(world.ctx, { campaignId: uuidv7(), nodeId: world.nodeId })).rejects.toMatchObject({
    message: "Campaign not found",
  });
});

test("an end node has no email to draft", async () => {
  const world = await givenCampaign();
  await expect(
    createSession(world.ctx, { campaignId: world.campaignId, nodeId: world.endNodeId }),
  ).rejects.toMatchObject({ code: "node_not_draftable" });
});
