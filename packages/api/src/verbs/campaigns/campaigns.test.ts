import { aiChatSessions, campaignSequenceNodes, leads } from "@longhand/db";
import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenAccount, givenCampaign, givenLeads, givenSession } from "../../testing/given.ts";
import { listNodes } from "../nodes/list-nodes.ts";
import { createCampaign } from "./create-campaign.ts";
import { getCampaign } from "./get-campaign.ts";
import { listCampaigns } from "./list-campaigns.ts";
import { recordStatus } from "./record-status.ts";
import { removeCampaign } from "./remove-campaign.ts";
import { updateCampaign } from "./update-campaign.ts";

test("a new campaign is a draft with one email and its end", async () => {
  const { ctx, userId } = await givenAccount();
  const made = await createCampaign(ctx, { name: "Spring", sender: { firstName: "Ada", email: null } });
  expect(made.campaign).toMatchObject({
    userId,
    name: "Spring",
    status: "draft",
    type: "email",
    signature: null,
    revision: 1,
  });
  expect(made.campaign.sender).toEqual({ firstName: "Ada", lastName: null, company: null, email: null });
  expect(made.sequenceNodes.map((node) => [node.position, node.type])).toEqual([
    [0, "email"],
    [1, "end"],
  ]);
  expect(made.campaign.stats).toEqual({ leadCount: 0, nodeCount: 2, emailCount: 1, draftedCount: 0, sessionCount: 0 });
});

test("of twenty campaigns made at once with one name, one is made", async () => {
  const { ctx } = await givenAccount();
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => createCampaign(ctx, { name: "Same" })));
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  const codes = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
  expect(codes).toEqual(Array(19).fill("name_taken"));
  expect((await listCampaigns(ctx, { limit: 50 })).campaigns).toHaveLength(1);
});

test("two accounts may use one name; renaming onto a taken one is refused", async () => {
  const { ctx } = await givenAccount();
  const other = await givenAccount();
  await createCampaign(ctx, { name: "One" });
  const two = await createCampaign(ctx, { name: "Two" });
  await createCampaign(other.ctx, { name: "One" });
  const campaignId = two.campaign.id;
  await expect(updateCampaign(ctx, { campaignId, name: "One", signature: "x" })).rejects.toMatchObject({
    code: "name_taken",
  });
  expect((await getCampaign(ctx, { campaignId })).campaign).toMatchObject({
    name: "Two",
    signature: null,
    revision: 1,
  });
});

test("only what is given changes; a sender's fields are merged", async () => {
  const world = await givenCampaign(undefined, { signature: "Ada" });
  const { campaignId, ctx } = world;
  await updateCampaign(ctx, { campaignId, sender: { firstName: "Ada", company: "Brightline" } });
  const { campaign } = await updateCampaign(ctx, { campaignId, sender: { company: null, lastName: "Example" } });
  expect(campaign.sender).toEqual({ firstName: "Ada", lastName: "Example", company: null, email: null });
  expect(campaign).toMatchObject({ signature: "Ada", revision: 3 });
});

test("a stale revision is refused with the current one, and of two writers who saw the same, one is", async () => {
  const { campaignId, ctx } = await givenCampaign();
  const answers = await Promise.allSettled(
    [1, 2].map((n) => updateCampaign(ctx, { campaignId, signature: String(n), ifRevision: 1 })),
  );
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  const [refused] = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(refused).toMatchObject({ code: "revision_conflict", details: { revision: 2 } });
});

test("name and sequence change together or not at all", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx } = world;
  const sequenceNodes = [
    { type: "delay" as const, delayDays: 1 },
    { id: world.endNodeId, type: "end" as const },
  ];
  await recordStatus(ctx, { campaignId, status: "active" });
  await expect(updateCampaign(ctx, { campaignId, name: "New", sequenceNodes })).rejects.toMatchObject({
    code: "not_draft",
  });
  await recordStatus(ctx, { campaignId, status: "draft" });
  await givenCampaign(world, { name: "Taken" });
  await expect(updateCampaign(ctx, { campaignId, name: "Taken", sequenceNodes })).rejects.toMatchObject({
    code: "name_taken",
  });
  expect((await listNodes(ctx, { campaignId })).sequenceNodes.map((node) => node.type)).toEqual(["email", "end"]);
});

test("a campaign's stats count what it holds", async () => {
  const world = await givenSession();
  await givenLeads(world);
  await world.database.db
    .update(campaignSequenceNodes)
    .set({ subject: "S", body: "B" })
    .where(eq(campaignSequenceNodes.id, world.nodeId));
  const found = await getCampaign(world.ctx, { campaignId: world.campaignId });
  expect(found.campaign.stats).toEqual({ leadCount: 3, nodeCount: 2, emailCount: 1, draftedCount: 1, sessionCount: 1 });
  expect(found.leadCounts).toEqual({ total: 3, withEmail: 3, withLinkedinUrl: 0 });
});

test("pages hold every campaign once, newest first, also those of one instant", async () => {
  const account = await givenAccount();
  const createdAt = new Date("2026-01-01T00:00:00.123Z");
  for (let index = 0; index < 5; index += 1) await givenCampaign(account, { createdAt });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCampaigns(account.ctx, { limit: 2, cursor });
    seen.push(...page.campaigns.map((campaign) => campaign.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(5);
  expect(seen).toEqual([...seen].toSorted().toReversed());
});

test("a removed campaign takes its nodes, leads and sessions along, once", async () => {
  const world = await givenSession();
  const { campaignId, ctx } = world;
  const { db } = world.database;
  await givenLeads(world);
  await removeCampaign(ctx, { campaignId });
  for (const table of [campaignSequenceNodes, leads, aiChatSessions]) {
    expect(await db.select({ n: count() }).from(table).where(eq(table.campaignId, campaignId))).toEqual([{ n: 0 }]);
  }
  await expect(removeCampaign(ctx, { campaignId })).rejects.toMatchObject({ code: "not_found" });
});

test("another account's campaign is not found by any verb", async () => {
  const { campaignId } = await givenCampaign();
  const { ctx } = await givenAccount();
  const refusal = { code: "not_found", message: "Campaign not found" };
  await expect(getCampaign(ctx, { campaignId })).rejects.toMatchObject(refusal);
  await expect(updateCampaign(ctx, { campaignId, name: "Mine" })).rejects.toMatchObject(refusal);
  await expect(recordStatus(ctx, { campaignId, status: "active" })).rejects.toMatchObject(refusal);
  await expect(removeCampaign(ctx, { campaignId })).rejects.toMatchObject(refusal);
});
