import { expect, test } from "vitest";
import { givenAccount, givenCampaign, type CampaignWorld } from "../../testing/given.ts";
import { recordStatus } from "../campaigns/record-status.ts";
import { addNode } from "./add-node.ts";
import { listNodes } from "./list-nodes.ts";
import { moveNode } from "./move-node.ts";
import { removeNode } from "./remove-node.ts";
import { replaceSequence } from "./replace-sequence.ts";
import { updateNode } from "./update-node.ts";

async function order(world: CampaignWorld): Promise<(readonly [number, string, string])[]> {
  const { sequenceNodes } = await listNodes(world.ctx, { campaignId: world.campaignId });
  return sequenceNodes.map((node) => [node.position, node.type, node.id] as const);
}

test("a node is added before the end node, or where the caller says", async () => {
  const world = await givenCampaign();
  const { campaignId } = world;
  const delay = await addNode(world.ctx, { campaignId, type: "delay", delayDays: 3 });
  const first = await addNode(world.ctx, { campaignId, type: "ai", purpose: "open the door", position: 0 });
  expect(await order(world)).toEqual([
    [0, "ai", first.node.id],
    [1, "email", world.nodeId],
    [2, "delay", delay.node.id],
    [3, "end", world.endNodeId],
  ]);
  expect(first.node).toMatchObject({ aiNode: { purpose: "open the door" }, revision: 1 });
});

test("twenty writers at once leave positions 0 to 21", async () => {
  const world = await givenCampaign();
  const { campaignId } = world;
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      addNode(world.ctx, { campaignId, type: "email", subject: `Mail ${index}`, position: index % 2 }),
    ),
  );
  const nodes = await order(world);
  expect(nodes.map(([position]) => position)).toEqual(Array.from({ length: 22 }, (_, index) => index));
  expect(nodes.at(-1)?.[1]).toBe("end");
});

test("adding, moving and removing at once keep positions contiguous", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx } = world;
  const ids: string[] = [];
  for (let index = 0; index < 6; index += 1) ids.push((await addNode(ctx, { campaignId, type: "email" })).node.id);
  const [a = "", b = "", c = ""] = ids;
  await Promise.all([
    moveNode(ctx, { campaignId, nodeId: a, toPosition: 4 }),
    removeNode(ctx, { campaignId, nodeId: b }),
    addNode(ctx, { campaignId, type: "delay", delayHours: 1, position: 2 }),
    moveNode(ctx, { campaignId, nodeId: c, toPosition: 0 }),
  ]);
  const nodes = await order(world);
  expect(nodes.map(([position]) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(nodes.at(-1)?.[1]).toBe("end");
});

test("a moved node takes the position it was given and the others close up", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx } = world;
  const { node: second } = await addNode(ctx, { campaignId, type: "email" });
  const { node: third } = await addNode(ctx, { campaignId, type: "email" });
  await moveNode(ctx, { campaignId, nodeId: world.nodeId, toPosition: 2 });
  expect((await order(world)).map(([, , id]) => id)).toEqual([second.id, third.id, world.nodeId, world.endNodeId]);
});

test("the end node stays last: it is not moved, removed, doubled or passed", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx } = world;
  const refusal = { code: "invalid_input" };
  await expect(removeNode(ctx, { campaignId, nodeId: world.endNodeId })).rejects.toMatchObject(refusal);
  await expect(moveNode(ctx, { campaignId, nodeId: world.endNodeId, toPosition: 0 })).rejects.toMatchObject(refusal);
  await expect(moveNode(ctx, { campaignId, nodeId: world.nodeId, toPosition: 1 })).rejects.toMatchObject(refusal);
  await expect(addNode(ctx, { campaignId, type: "end" })).rejects.toMatchObject(refusal);
  await expect(addNode(ctx, { campaignId, type: "email", position: 2 })).rejects.toMatchObject(refusal);
  await expect(addNode(ctx, { campaignId, type: "email", position: 9 })).rejects.toMatchObject(refusal);
  expect(await order(world)).toHaveLength(2);
});

test("a field that does not apply to the type is refused by name", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx } = world;
  const paths = async (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: { details: { issues: { path: string }[] } }) => error.details.issues.map((issue) => issue.path),
    );
  expect(await paths(addNode(ctx, { campaignId, type: "delay", delayDays: 1, subject: "Hello" }))).toEqual([
    "/subject",
  ]);
  expect(await paths(addNode(ctx, { campaignId, type: "email", delayDays: 3, purpose: "x" }))).toEqual([
    "/delayDays",
    "/purpose",
  ]);
  expect(await paths(updateNode(ctx, { campaignId, nodeId: world.endNodeId, body: "Bye" }))).toEqual(["/body"]);
  expect(await paths(updateNode(ctx, { campaignId, nodeId: world.nodeId, type: "delay" }))).toEqual(["/type"]);
  expect(
    await paths(
      replaceSequence(ctx, { campaignId, nodes: [{ type: "delay", delayDays: 1, body: "x" }, { type: "end" }] }),
    ),
  ).toEqual(["/nodes/0/body"]);
});

test.each([
  { delayMinutes: 1 },
  { delayDays: 30 },
  { delayDays: 29, delayHours: 24 },
  { delayHours: 720 },
  { delayMinutes: 43_200 },
])("a delay of %o is allowed", async (delay) => {
  const world = await givenCampaign();
  await expect(addNode(world.ctx, { campaignId: world.campaignId, type: "delay", ...delay })).resolves.toMatchObject({
    node: delay,
  });
});

test.each([{}, { delayDays: 30, delayMinutes: 1 }, { delayHours: 720, delayMinutes: 1 }])(
  "a delay of %o is not",
  async (delay) => {
    const world = await givenCampaign();
    await expect(addNode(world.ctx, { campaignId: world.campaignId, type: "delay", ...delay })).rejects.toMatchObject({
      code: "invalid_input",
    });
  },
);

test("a changed delay is judged with the parts that stay", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx } = world;
  const { node } = await addNode(ctx, { campaignId, type: "delay", delayDays: 30 });
  await expect(updateNode(ctx, { campaignId, nodeId: node.id, delayMinutes: 1 })).rejects.toMatchObject({
    code: "invalid_input",
  });
  await updateNode(ctx, { campaignId, nodeId: node.id, delayDays: 2, delayMinutes: 1 });
  expect((await listNodes(ctx, { campaignId })).sequenceNodes[1]).toMatchObject({
    delayDays: 2,
    delayMinutes: 1,
    revision: 2,
  });
});

test("a sequence is replaced by id: kept ones keep their words, absent ones go, new ones come", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx } = world;
  await updateNode(ctx, { campaignId, nodeId: world.nodeId, subject: "Kept", body: "Words" });
  const { node: gone } = await addNode(ctx, { campaignId, type: "email" });
  const { sequenceNodes } = await replaceSequence(ctx, {
    campaignId,
    nodes: [
      { type: "ai", purpose: "first" },
      { type: "delay", delayDays: 2 },
      { id: world.nodeId, type: "email" },
      { id: world.endNodeId, type: "end" },
    ],
  });
  expect(sequenceNodes.map((node) => node.type)).toEqual(["ai", "delay", "email", "end"]);
  expect(sequenceNodes[2]).toMatchObject({
    id: world.nodeId,
    subject: "Kept",
    body: "Words",
    revision: 2,
    position: 2,
  });
  expect(sequenceNodes.map((node) => node.id)).not.toContain(gone.id);
});

test("a sequence with one foreign id, one id twice or another type for a kept id changes nothing", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx } = world;
  const other = await givenCampaign(world);
  const end = { id: world.endNodeId, type: "end" } as const;
  const email = { id: world.nodeId, type: "email" } as const;
  const before = await order(world);
  await expect(
    replaceSequence(ctx, { campaignId, nodes: [{ type: "email" }, { id: other.nodeId, type: "email" }, end] }),
  ).rejects.toMatchObject({ code: "not_found" });
  await expect(replaceSequence(ctx, { campaignId, nodes: [email, email, end] })).rejects.toMatchObject({
    code: "invalid_input",
  });
  await expect(replaceSequence(ctx, { campaignId, nodes: [{ ...email, type: "ai" }, end] })).rejects.toMatchObject({
    code: "invalid_input",
  });
  await expect(replaceSequence(ctx, { campaignId, nodes: [email] })).rejects.toMatchObject({ code: "invalid_input" });
  expect(await order(world)).toEqual(before);
});

test("only a draft campaign's sequence changes, and the refusal names the status", async () => {
  const world = await givenCampaign();
  const { campaignId, ctx, nodeId } = world;
  await recordStatus(ctx, { campaignId, status: "paused" });
  const refusal = { code: "not_draft", message: expect.stringContaining("paused") };
  await expect(addNode(ctx, { campaignId, type: "email" })).rejects.toMatchObject(refusal);
  await expect(updateNode(ctx, { campaignId, nodeId, subject: "x" })).rejects.toMatchObject(refusal);
  await expect(moveNode(ctx, { campaignId, nodeId, toPosition: 0 })).rejects.toMatchObject(refusal);
  await expect(removeNode(ctx, { campaignId, nodeId })).rejects.toMatchObject(refusal);
  await expect(replaceSequence(ctx, { campaignId, nodes: [{ type: "end" }] })).rejects.toMatchObject(refusal);
});

test("another account finds neither the campaign nor its nodes", async () => {
  const world = await givenCampaign();
  const stranger = await givenAccount();
  const mine = await givenCampaign(stranger);
  await expect(listNodes(stranger.ctx, { campaignId: world.campaignId })).rejects.toMatchObject({
    code: "not_found",
    message: "Campaign not found",
  });
  await expect(removeNode(stranger.ctx, { campaignId: mine.campaignId, nodeId: world.nodeId })).rejects.toMatchObject({
    code: "not_found",
    message: "Node not found",
  });
});
