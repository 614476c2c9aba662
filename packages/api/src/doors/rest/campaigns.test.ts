import { expect, test } from "vitest";
import { givenDoor } from "../../testing/door.ts";
import { givenAccount, givenCampaign, givenLeads } from "../../testing/given.ts";

interface Sequence {
  readonly sequence_nodes: { readonly id: string; readonly type: string; readonly position: number }[];
}
const sequenceOf = (answer: { readonly json: unknown }) => (answer.json as Sequence).sequence_nodes;

test("a campaign is made, read, changed, recorded and deleted", async () => {
  const world = await givenAccount();
  const door = await givenDoor(world);
  const made = await door.send("POST", "/api/campaigns", {
    body: { name: " Spring ", type: "email", sender: { first_name: "Ada", email: "ada@example.com" } },
  });
  const { campaign, sequence_nodes } = made.json as { campaign: { id: string } } & Sequence;
  expect(made.status).toBe(201);
  expect(campaign).toEqual({
    id: campaign.id,
    user_id: world.userId,
    type: "email",
    name: "Spring",
    status: "draft",
    signature: null,
    sender: { first_name: "Ada", last_name: null, company: null, email: "ada@example.com" },
    created_at: expect.stringMatching(/Z$/),
    updated_at: expect.stringMatching(/Z$/),
    stats: { lead_count: 0, node_count: 2, email_count: 1, drafted_count: 0, session_count: 0 },
  });
  expect(sequence_nodes.map(({ type }) => type)).toEqual(["email", "end"]);
  const path = `/api/campaigns/${campaign.id}`;
  expect(made.headers.get("location")).toBe(path);
  expect(await door.send("POST", "/api/campaigns", { body: { name: "Spring" } })).toMatchObject({
    status: 409,
    json: { code: "name_taken" },
  });
  expect(await door.send("GET", "/api/campaigns")).toMatchObject({
    status: 200,
    json: { campaigns: [{ id: campaign.id, node_count: 2 }], next_cursor: null },
  });
  expect(
    await door.send("PATCH", path, { body: { signature: "Ada", sender: { company: "Brightline" } } }),
  ).toMatchObject({
    status: 200,
    json: { campaign: { signature: "Ada", sender: { first_name: "Ada", company: "Brightline" } } },
  });
  expect(await door.send("POST", `${path}/status`, { body: { status: "active" } })).toMatchObject({
    status: 200,
    json: { campaign: { status: "active" } },
  });
  expect(await door.send("POST", `${path}/status`, { body: { status: "gone" } })).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/status" }] },
  });
  expect(await door.send("DELETE", path)).toMatchObject({ status: 200, json: { success: true } });
  expect(await door.send("GET", path)).toMatchObject({ status: 404 });
});

test("what only the server writes on a campaign, node or lead is refused by name", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const path = `/api/campaigns/${world.campaignId}`;
  const [leadId = ""] = await givenLeads(world);
  const refusals = [
    await door.send("PATCH", path, { body: { status: "active", stats: {} } }),
    await door.send("PUT", `${path}/sequence/nodes/${world.nodeId}`, { body: { position: 3 } }),
    await door.send("PATCH", `${path}/leads`, { body: { lead_id: leadId, updates: { full_name: "X" } } }),
  ];
  expect(refusals.map(({ status, json }) => [status, (json as { code: string }).code])).toEqual(
    Array(3).fill([400, "field_read_only"]),
  );
  const sentences = refusals.map(({ json }) => (json as { error: string }).error);
  expect(sentences).toEqual([
    expect.stringMatching(/status.*stats/),
    expect.stringContaining("position"),
    expect.stringContaining("updates.full_name"),
  ]);
  expect(await door.send("PATCH", path, { body: {} })).toMatchObject({ status: 400 });
  expect(await door.send("PATCH", `${path}/leads`, { body: { lead_id: leadId, updates: {} } })).toMatchObject({
    status: 400,
  });
});

test("a campaign's ETag moves with everything its answer shows, and If-Match speaks of its own revision", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const path = `/api/campaigns/${world.campaignId}`;
  const etag = async () => (await door.send("GET", path)).headers.get("etag") ?? "";
  const first = await etag();
  expect(await door.send("GET", path, { headers: { "if-none-match": first } })).toMatchObject({
    status: 304,
    text: "",
  });
  await givenLeads(world);
  const second = await etag();
  expect(second).not.toBe(first);
  expect(await door.send("PATCH", path, { body: { signature: "S" }, headers: { "if-match": first } })).toMatchObject({
    status: 200,
  });
  const stale = await door.send("PATCH", path, { body: { signature: "T" }, headers: { "if-match": second } });
  expect(stale).toMatchObject({ status: 412, json: { code: "revision_conflict" } });
  expect(stale.headers.get("etag")).toBe(await etag());
  const node = `${path}/sequence/nodes/${world.nodeId}`;
  expect(await door.send("PUT", node, { body: { subject: "S" }, headers: { "if-match": second } })).toMatchObject({
    status: 412,
  });
  expect(await door.send("PUT", node, { body: { subject: "S" }, headers: { "if-match": await etag() } })).toMatchObject(
    { status: 200 },
  );
  expect(await etag()).toMatch(/^"3-/);
});

test("nodes are added, changed, moved and removed, and each answer is the sequence in order", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const nodes = `/api/campaigns/${world.campaignId}/sequence/nodes`;
  const added = await door.send("POST", nodes, { body: { type: "delay", delay_days: 3 } });
  expect(added.status).toBe(201);
  expect(sequenceOf(added)[1]).toEqual({
    id: expect.any(String),
    campaign_id: world.campaignId,
    position: 1,
    type: "delay",
    subject: null,
    body: null,
    delay_days: 3,
    delay_hours: 0,
    delay_minutes: 0,
    ai_node: null,
    revision: 1,
    created_at: expect.any(String),
    updated_at: expect.any(String),
  });
  const id = sequenceOf(added)[1]?.id ?? "";
  expect(added.headers.get("location")).toBe(`${nodes}/${id}`);
  expect(
    sequenceOf(await door.send("PATCH", nodes, { body: { nodeId: id, toPosition: 0 } })).map((node) => node.type),
  ).toEqual(["delay", "email", "end"]);
  expect(
    sequenceOf(await door.send("PATCH", nodes, { body: { node_id: id, to_position: 1 } })).map((node) => node.type),
  ).toEqual(["email", "delay", "end"]);
  expect(
    sequenceOf(
      await door.send("PUT", `${nodes}/${id}`, { body: { type: "delay", delay_days: 0, delay_minutes: 1 } }),
    )[1],
  ).toMatchObject({ delay_minutes: 1, revision: 2 });
  expect(await door.send("PUT", `${nodes}/${id}`, { body: { subject: "x" } })).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/subject" }] },
  });
  expect(await door.send("POST", nodes, { body: { type: "email", ai_node: { purpose: "x" } } })).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/ai_node" }] },
  });
  expect(await door.send("POST", nodes, { body: { type: "delay", delay_days: 31 } })).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/delay_days" }] },
  });
  expect(await door.send("PATCH", nodes, { body: { nodeId: id, toPosition: 2 } })).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/toPosition" }] },
  });
  expect(sequenceOf(await door.send("DELETE", nodes, { body: { nodeId: id } }))).toHaveLength(2);
  expect(await door.send("DELETE", nodes, { body: { nodeId: id } })).toMatchObject({ status: 404 });
  expect(await door.send("DELETE", `${nodes}/${world.endNodeId}`)).toMatchObject({ status: 400 });
  expect(sequenceOf(await door.send("DELETE", `${nodes}/${world.nodeId}`))).toMatchObject([
    { type: "end", position: 0 },
  ]);
});

test("a PATCH replaces the sequence by id, or nothing of it", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const path = `/api/campaigns/${world.campaignId}`;
  const end = { id: world.endNodeId, type: "end" };
  const email = { id: world.nodeId, type: "email", subject: "S", position: 1 };
  const changed = await door.send("PATCH", path, {
    body: { name: "New", sequence_nodes: [{ type: "ai", ai_node: { purpose: "open" } }, email, end] },
  });
  expect(changed).toMatchObject({
    status: 200,
    json: {
      campaign: { name: "New" },
      sequence_nodes: [{ type: "ai", ai_node: { purpose: "open" } }, { id: world.nodeId, subject: "S" }, end],
    },
  });
  const bad = (sequence_nodes: unknown[]) => door.send("PATCH", path, { body: { name: "Never", sequence_nodes } });
  expect(await bad([{ ...email, position: 0 }, { type: "delay", body: "x" }, end])).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/sequence_nodes/1/body" }, { path: "/sequence_nodes/1/delay_days" }] },
  });
  expect(await bad([{ type: "email" }, email])).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/sequence_nodes" }] },
  });
  expect(await bad([email, end])).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/sequence_nodes/0/position" }] },
  });
  expect(await bad([])).toMatchObject({ status: 400 });
  expect(await door.send("GET", path)).toMatchObject({
    json: { campaign: { name: "New" }, sequence_nodes: [{ type: "ai" }, {}, {}] },
  });
});

test("leads are added, listed, changed, counted and deleted", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const path = `/api/campaigns/${world.campaignId}/leads`;
  const mara = {
    email: "Mara@example.com",
    linkedin_url: "linkedin.com/in/mara",
    first_name: "Mara",
    last_name: "Lind",
    company: "",
    custom_fields: { team_size: 40 },
  };
  expect(await door.send("POST", path, { body: { leads: [mara, { email: "MARA@EXAMPLE.COM" }] } })).toMatchObject({
    status: 200,
    json: { imported: 1, duplicates: 1 },
  });
  const list = await door.send("GET", path);
  const { leads } = list.json as { leads: { id: string }[] };
  const lead_id = leads[0]?.id ?? "";
  expect(list.json).toEqual({
    leads: [
      {
        id: lead_id,
        campaign_id: world.campaignId,
        ...mara,
        full_name: "Mara Lind",
        company: null,
        position: null,
        headline: null,
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
    ],
    total: 1,
    next_cursor: null,
  });
  const changed = await door.send("PATCH", path, {
    body: { lead_id, updates: { company: "Northwind", custom_fields: { team_size: null, plan: "pro" } } },
  });
  expect(changed).toMatchObject({
    status: 200,
    json: { lead: { company: "Northwind", custom_fields: { plan: "pro" }, first_name: "Mara" } },
  });
  expect(await door.send("GET", `${path}?missing=company`)).toMatchObject({ json: { total: 0 } });
  expect(await door.send("GET", `${path}?missing=nothing_known`)).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/missing" }] },
  });
  expect(await door.send("GET", `/api/campaigns/${world.campaignId}/coverage`)).toMatchObject({
    status: 200,
    json: {
      total: 1,
      variables: expect.arrayContaining([{ variable: "custom_fields.plan", filled: 1, missing: 0, sample: "pro" }]),
    },
  });
  const remove = (body: object) => door.send("DELETE", path, { body });
  expect((await remove({})).status).toBe(400);
  expect((await remove({ all: false })).status).toBe(400);
  expect((await remove({ lead_ids: [lead_id], all: true })).status).toBe(400);
  expect((await remove({ lead_ids: [lead_id, world.nodeId] })).status).toBe(404);
  expect(await remove({ lead_ids: [lead_id] })).toMatchObject({ status: 200, json: { deleted: 1 } });
  expect(await remove({ all: true })).toMatchObject({ status: 200, json: { deleted: 0 } });
});

test.each([[[]], [Array.from({ length: 1001 }, () => ({ first_name: "x" }))]])(
  "a call brings 1 to 1,000 leads",
  async (leads) => {
    const world = await givenCampaign();
    const door = await givenDoor(world);
    expect(await door.send("POST", `/api/campaigns/${world.campaignId}/leads`, { body: { leads } })).toMatchObject({
      status: 400,
      json: { issues: [{ path: "/leads" }] },
    });
  },
);

test("what comes in later versions is simply not there", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  for (const path of ["validate", "export", "generate-messages"])
    expect((await door.send("GET", `/api/campaigns/${world.campaignId}/${path}`)).status).toBe(404);
  for (const path of ["context", "webhooks", "keys"]) expect((await door.send("GET", `/api/${path}`)).status).toBe(404);
});
