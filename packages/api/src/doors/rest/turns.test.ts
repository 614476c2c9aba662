import { aiChatSessions } from "@longhand/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenDoor } from "../../testing/door.ts";
import { givenAccount, givenCampaign, givenLeads, givenSession } from "../../testing/given.ts";
import { exampleSkeleton } from "./examples.ts";
import type { SessionJson } from "./json/session.ts";

const sessions = "/api/campaigns/ai-chat-sessions";
const sessionOf = (answer: { readonly json: unknown }) => (answer.json as { readonly session: SessionJson }).session;

test("a turn is accepted with a run and a token for it, and holds the session", async () => {
  const world = await givenSession();
  await givenLeads(world);
  const door = await givenDoor(world);
  const path = `${sessions}/${world.sessionId}`;
  const accepted = await door.send("POST", `${path}/turn`, {
    body: {
      message: "  Shorter, please.  ",
      available_var_names: ["first_name"],
      sampleLeads: [
        {
          id: world.sessionId,
          campaign_id: world.campaignId,
          email: "a@example.com",
          full_name: "Mara Lind",
          created_at: "2026-01-01T00:00:00Z",
          custom_fields: {},
        },
      ],
      sequence_context: {
        position: 0,
        total_nodes: 2,
        prior_nodes: [{ position: 0, subject: null, body: null, purpose: "open" }],
      },
    },
  });
  expect(accepted).toMatchObject({
    status: 202,
    json: { runId: expect.stringMatching(/^run_[0-9a-f]{32}$/), publicAccessToken: expect.any(String) },
  });
  const { runId, publicAccessToken } = accepted.json as { runId: string; publicAccessToken: string };
  expect(accepted.headers.get("location")).toBe(`/api/runs/${runId}`);
  const busy = await door.send("POST", `${path}/turn`, { body: { message: "And again" } });
  expect(busy).toMatchObject({
    status: 409,
    json: { error: "Session is busy (chat_processing)", code: "session_busy", run_id: runId },
  });
  expect(busy.headers.get("retry-after")).toBe("3");
  const session = sessionOf(await door.send("GET", path));
  expect(session).toMatchObject({
    task_status: "chat_processing",
    messages: [{ role: "user", content: "Shorter, please.", run_id: runId, status: "pending" }],
    last_run: { id: runId, status: "queued" },
  });
  const byToken = await door.send("GET", `/api/runs/${runId}?token=${publicAccessToken}`, {
    headers: { authorization: "" },
  });
  expect(byToken).toMatchObject({
    status: 200,
    json: {
      run: {
        id: runId,
        session_id: world.sessionId,
        campaign_id: world.campaignId,
        kind: "chat",
        status: "queued",
        error: null,
      },
    },
  });
  const otherRun = `run_${"0".repeat(32)}`;
  expect(
    await door.send("GET", `/api/runs/${otherRun}?token=${publicAccessToken}`, { headers: { authorization: "" } }),
  ).toMatchObject({ status: 401 });
  expect(await door.send("GET", path, { headers: { authorization: `Bearer ${publicAccessToken}` } })).toMatchObject({
    status: 401,
  });
  const cancel = () => door.send("POST", `/api/runs/${runId}/cancel`);
  expect(await cancel()).toMatchObject({ status: 200, json: { run: { status: "cancelled" } } });
  expect(await cancel()).toMatchObject({ status: 200, json: { run: { status: "cancelled" } } });
  expect(await (await givenDoor(await givenAccount())).send("POST", `/api/runs/${runId}/cancel`)).toMatchObject({
    status: 404,
  });
});

test.each([
  [{}, "/message"],
  [{ message: "   " }, "/message"],
  [{ message: "x".repeat(8001) }, "/message"],
  [{ message: "x", availableVarNames: "first_name" }, "/availableVarNames"],
  [{ message: "x", sequence_context: { position: -1, total_nodes: 1, prior_nodes: [] } }, "/sequence_context/position"],
  [{ message: "x", sampleLeads: [{ email: "nope" }] }, "/sampleLeads/0/email"],
  [{ message: "x", sampleLeads: [], sample_leads: [] }, "/sample_leads"],
  [{ message: "x", temperature: 1 }, "/temperature"],
])("a turn of %o is 400, naming the field as it was sent", async (body, path) => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const answer = await door.send("POST", `${sessions}/${world.sessionId}/turn`, { body });
  expect(answer).toMatchObject({ status: 400, json: { code: "invalid_input", issues: [{ path }] } });
});

test("examples need a skeleton", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `${sessions}/${world.sessionId}`;
  const [leadId = ""] = await givenLeads(world);
  expect(await door.send("POST", `${path}/generate-examples`)).toMatchObject({
    status: 400,
    json: { code: "no_skeleton", error: "Session has no framework yet. Chat first to create one." },
  });
  await door.send("PATCH", path, { body: { skeleton: exampleSkeleton } });
  expect(
    await door.send("POST", `${path}/generate-examples`, {
      body: { leads: [{ email: "a@example.com" }], lead_ids: [leadId] },
    }),
  ).toMatchObject({ status: 400 });
  expect(
    await door.send("POST", `${path}/generate-examples`, { body: { lead_ids: [leadId], is_first_batch: true } }),
  ).toMatchObject({ status: 202 });
  expect(await door.send("POST", `${path}/turn`, { body: { message: "x" } })).toMatchObject({
    status: 409,
    json: { error: "Session is busy (generating_examples)" },
  });
});

test("one turn by campaign and node opens the session and is refused while it is busy", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const [row] = [await givenSession(world)];
  await door.send("POST", `${sessions}/${row.sessionId}/turn`, { body: { message: "First" } });
  const post = (node_id: string) =>
    door.send("POST", `/api/campaigns/${world.campaignId}/generate-content`, {
      body: { node_id, message: "Write it" },
    });
  expect(await post(world.nodeId)).toMatchObject({ status: 409, json: { code: "session_busy" } });
  expect(await post(world.endNodeId)).toMatchObject({ status: 400, json: { code: "node_not_draftable" } });
  expect(await post(world.campaignId)).toMatchObject({ status: 404, json: { error: "Node not found" } });
  expect(
    await world.database.db.select().from(aiChatSessions).where(eq(aiChatSessions.campaignId, world.campaignId)),
  ).toHaveLength(1);
});

test("a selection whose end is not after its beginning is refused by name", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const selection = { field: "body", from: 5, to: 5, revision: 1 };
  const path = `${sessions}/${world.sessionId}/turn`;
  expect(await door.send("POST", path, { body: { message: "Shorter", selection } })).toMatchObject({
    status: 400,
    json: { code: "invalid_input", issues: [{ path: "/selection/to", message: "must be greater than from" }] },
  });
});
