import { expect, test } from "vitest";
import { key } from "../../testing/actors.ts";
import { givenDoor, type Door } from "../../testing/door.ts";
import { givenEngine, type TestEngine } from "../../testing/engine.ts";
import { givenCampaign, givenLeads, type AccountWorld } from "../../testing/given.ts";
import { refusedKey, scriptedModel } from "../../testing/scripted-model.ts";
import { writesDraft } from "../../testing/scripts.ts";

function doorTo(engine: TestEngine, world: AccountWorld): Promise<Door> {
  return givenDoor(world, {
    hub: engine.hub,
    contextFor: (actor) => ({ ...engine.ctx, actor }),
    authenticate: () => Promise.resolve(key(world.userId)),
  });
}

test(
  "one turn is answered at once, by a session that is opened for it and found again",
  { timeout: 30_000 },
  async () => {
    const world = await givenCampaign();
    await givenLeads(world);
    await using engine = await givenEngine(world, {
      model: scriptedModel((call) => (call.number <= 3 ? writesDraft(call) : { text: "It is short already." })),
    });
    const door = await doorTo(engine, world);
    const path = `/api/campaigns/${world.campaignId}/generate-content`;
    const first = await door.send("POST", path, {
      body: { node_id: world.nodeId, message: "Write to finance leads about month-end." },
      headers: { "idempotency-key": "k" },
    });
    expect(first).toMatchObject({
      status: 200,
      json: {
        session_id: expect.any(String),
        assistant_message: "The first draft is written.",
        skeleton: { blocks: expect.any(Array) },
        skeleton_updated: true,
      },
    });
    const { session_id } = first.json as { session_id: string };
    const again = await door.send("POST", path, { body: { node_id: world.nodeId, message: "Shorter?" } });
    expect(again).toMatchObject({
      status: 200,
      json: { session_id, assistant_message: "It is short already.", skeleton_updated: false },
    });
    const replayed = await door.send("POST", path, {
      body: { node_id: world.nodeId, message: "Write to finance leads about month-end." },
      headers: { "idempotency-key": "k" },
    });
    expect([replayed.text, replayed.headers.get("idempotent-replayed")]).toEqual([first.text, "true"]);
    const session = await door.send("GET", `/api/campaigns/ai-chat-sessions/${session_id}`);
    expect(session).toMatchObject({
      json: {
        session: {
          framework_version: 1,
          task_status: null,
          messages: [{ role: "user" }, { role: "assistant" }, { role: "user" }, { role: "assistant" }],
          last_run: { status: "succeeded", usage: { model: expect.any(String) } },
        },
      },
    });
  },
);

test("a failed turn is 502 with the run, and leaves the key free", async () => {
  const world = await givenCampaign();
  await using engine = await givenEngine(world, { model: scriptedModel(() => ({ fails: refusedKey() })) });
  const door = await doorTo(engine, world);
  const sent = { body: { node_id: world.nodeId, message: "Hello" }, headers: { "idempotency-key": "k" } };
  const path = `/api/campaigns/${world.campaignId}/generate-content`;
  const failed = await door.send("POST", path, sent);
  expect(failed).toMatchObject({
    status: 502,
    json: { code: "upstream_failed", run_id: expect.any(String), session_id: expect.any(String) },
  });
  const again = await door.send("POST", path, sent);
  expect([again.status, again.headers.has("idempotent-replayed")]).toEqual([502, false]);
});

test("a turn that was cancelled meanwhile is answered with its run", async () => {
  const world = await givenCampaign();
  await using engine = await givenEngine(world, { relays: false });
  const door = await doorTo(engine, world);
  const body = { node_id: world.nodeId, message: "Hello" };
  const waiting = door.send("POST", `/api/campaigns/${world.campaignId}/generate-content`, { body });
  const sessionId = await untilOpened(door, world.campaignId);
  const stream = await door.open(`/api/campaigns/ai-chat-sessions/${sessionId}/events?after=0`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("event: run.queued\n")) text += (await reader?.read())?.value ?? "";
  await reader?.cancel();
  const session = await door.send("GET", `/api/campaigns/ai-chat-sessions/${sessionId}`);
  const { id } = (session.json as { session: { last_run: { id: string } } }).session.last_run;
  await door.send("POST", `/api/runs/${id}/cancel`);
  expect(await waiting).toMatchObject({
    status: 202,
    json: { session_id: sessionId, runId: id, publicAccessToken: expect.any(String), run: { id, status: "cancelled" } },
  });
});

async function untilOpened(door: Door, campaignId: string): Promise<string> {
  for (;;) {
    const { sessions } = (await door.send("GET", `/api/campaigns/ai-chat-sessions?campaign_id=${campaignId}`)).json as {
      sessions: { id: string }[];
    };
    if (sessions[0] !== undefined) return sessions[0].id;
  }
}
