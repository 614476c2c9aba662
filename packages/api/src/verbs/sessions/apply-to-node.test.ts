import { campaigns, campaignSequenceNodes } from "@longhand/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenSession } from "../../testing/given.ts";
import { requireCampaign } from "../campaigns/access.ts";
import { updateNode } from "../nodes/update-node.ts";
import { applyToNode } from "./apply-to-node.ts";
import { updateSession } from "./update-session.ts";

const good = {
  draftSubject: "Month-end close",
  draftBody:
    "Hi %first_name|there%,\n\nTeams of your size close in nine days, and most of it is checking by hand. We match the lines for you and show only what does not fit.\n\nWorth a short call on Tuesday?\n\nSam",
};

test("a draft without errors is copied onto its node", async () => {
  const { ctx, sessionId, nodeId } = await givenSession();
  await updateSession(ctx, { sessionId, ...good });
  const { node } = await applyToNode(ctx, { sessionId, force: false });
  expect(node).toMatchObject({ id: nodeId, subject: good.draftSubject, body: good.draftBody, revision: 2 });
});

test("applying is a change of the campaign, beside writers of its nodes", async () => {
  const { ctx, sessionId, nodeId, campaignId } = await givenSession();
  await updateSession(ctx, { sessionId, ...good });
  const before = await requireCampaign(ctx, campaignId);
  await Promise.all([
    ...Array.from({ length: 5 }, () => applyToNode(ctx, { sessionId, force: true })),
    ...Array.from({ length: 5 }, (_, index) => updateNode(ctx, { campaignId, nodeId, subject: `Mail ${index}` })),
  ]);
  expect((await requireCampaign(ctx, campaignId)).revision).toBe(before.revision + 10);
});

test("a draft with errors is refused with its findings, and applied when forced", async () => {
  const { ctx, sessionId } = await givenSession();
  await updateSession(ctx, { sessionId, draftSubject: "Hi", draftBody: "Hi %frist_name%, worth a call?" });
  await expect(applyToNode(ctx, { sessionId, force: false })).rejects.toMatchObject({
    code: "invalid_input",
    details: { issues: expect.arrayContaining([expect.objectContaining({ path: "/checks/V01" })]) },
  });
  expect((await applyToNode(ctx, { sessionId, force: true })).node.body).toContain("%frist_name%");
});

test("without a draft there is nothing to apply", async () => {
  const { ctx, sessionId } = await givenSession();
  await expect(applyToNode(ctx, { sessionId, force: true })).rejects.toMatchObject({ code: "invalid_input" });
});

test("a campaign that runs is not changed, and the sentence names its status", async () => {
  const { ctx, sessionId, campaignId, database } = await givenSession();
  await updateSession(ctx, { sessionId, ...good });
  await database.db.update(campaigns).set({ status: "active" }).where(eq(campaigns.id, campaignId));
  await expect(applyToNode(ctx, { sessionId, force: true })).rejects.toMatchObject({
    code: "not_draft",
    message: expect.stringContaining("active"),
  });
});

test("a removed node is not found, and a moved-on revision is a conflict", async () => {
  const { ctx, sessionId, nodeId, database } = await givenSession();
  await updateSession(ctx, { sessionId, ...good });
  await expect(applyToNode(ctx, { sessionId, force: false, ifRevision: 1 })).rejects.toMatchObject({
    code: "revision_conflict",
  });
  await expect(applyToNode(ctx, { sessionId, force: false, ifNodeRevision: 7 })).rejects.toMatchObject({
    code: "revision_conflict",
  });
  await database.db
    .update(campaignSequenceNodes)
    .set({ removedAt: new Date() })
    .where(eq(campaignSequenceNodes.id, nodeId));
  await expect(applyToNode(ctx, { sessionId, force: true })).rejects.toMatchObject({
    code: "not_found",
    message: "Node not found",
  });
});
