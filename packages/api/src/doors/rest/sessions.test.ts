import { runs } from "@longhand/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenDoor } from "../../testing/door.ts";
import { givenCampaign, givenLeads, givenSession } from "../../testing/given.ts";
import { addNode } from "../../verbs/nodes/add-node.ts";
import { exampleSkeleton } from "./examples.ts";
import { FindingJson } from "./json/checks.ts";
import { SessionJson } from "./json/session.ts";

const sessions = "/api/campaigns/ai-chat-sessions";

interface SessionAnswer {
  readonly session: SessionJson;
}
const sessionOf = (answer: { readonly json: unknown }) => (answer.json as SessionAnswer).session;

test("a new session has every field in its order, null but for ids, instants and revision", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const answer = await door.send("POST", sessions, { body: { campaign_id: world.campaignId, node_id: world.nodeId } });
  const session = sessionOf(answer);
  expect(answer.status).toBe(201);
  expect(Object.keys(session).join(" ")).toBe(
    "id user_id campaign_id node_id title messages draft_subject draft_body skeleton skeleton_history draft_history framework_version generated_examples task_status created_at updated_at revision proposal last_run checks",
  );
  const { id, user_id, campaign_id, node_id, created_at, updated_at, revision, ...rest } = session;
  expect([user_id, campaign_id, node_id, revision]).toEqual([world.userId, world.campaignId, world.nodeId, 1]);
  expect(Object.values(rest)).toEqual(Array(13).fill(null));
  expect(created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(updated_at).toBe(created_at);
  expect(answer.headers.get("location")).toBe(`${sessions}/${id}`);
  expect(answer.headers.get("etag")).toMatch(/^"1-\d+"$/);
  expect(await world.database.db.select().from(runs).where(eq(runs.userId, world.userId))).toEqual([]);
});

test("creation is refused for a taken node, a delay, an end, and what is not the caller's", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const { campaignId } = world;
  const { node: delay } = await addNode(world.ctx, { campaignId, type: "delay", delayDays: 1 });
  const foreign = await givenCampaign();
  const other = await givenCampaign(world);
  const post = (campaign_id: string, node_id: string) =>
    door.send("POST", sessions, { body: { campaign_id, node_id } });
  expect(await post(campaignId, world.nodeId)).toMatchObject({
    status: 409,
    json: { code: "session_exists", session_id: world.sessionId },
  });
  expect(await post(campaignId, delay.id)).toMatchObject({ status: 400, json: { code: "node_not_draftable" } });
  expect(await post(campaignId, world.endNodeId)).toMatchObject({ status: 400, json: { code: "node_not_draftable" } });
  expect(await post(foreign.campaignId, foreign.nodeId)).toMatchObject({
    status: 404,
    json: { error: "Campaign not found" },
  });
  expect(await post(campaignId, other.nodeId)).toMatchObject({ status: 404, json: { error: "Node not found" } });
});

test("of twenty sessions asked for at once for one node, one is made and the others learn which", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const body = { campaign_id: world.campaignId, node_id: world.nodeId };
  const answers = await Promise.all(Array.from({ length: 20 }, () => door.send("POST", sessions, { body })));
  const made = answers.filter(({ status }) => status === 201);
  expect(made).toHaveLength(1);
  const refused = answers
    .filter(({ status }) => status === 409)
    .map(({ json }) => (json as { session_id: string }).session_id);
  expect(refused).toEqual(Array(19).fill(made[0] && sessionOf(made[0]).id));
});

test("a list leaves the long parts out unless they are asked for", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const list = (query: string) => door.send("GET", `${sessions}?campaign_id=${world.campaignId}${query}`);
  const plain = (await list("")).json as { sessions: object[]; next_cursor: null };
  expect(plain.next_cursor).toBeNull();
  expect(plain.sessions).toHaveLength(1);
  const keys = Object.keys(plain.sessions[0] ?? {});
  for (const part of ["messages", "skeleton_history", "draft_history", "generated_examples"])
    expect(keys).not.toContain(part);
  const full = (await list("&include=messages,histories,examples")).json as { sessions: object[] };
  expect(Object.keys(full.sessions[0] ?? {})).toEqual(SessionJson.keyof().options);
  expect(await list("&include=everything")).toMatchObject({ status: 400, json: { issues: [{ path: "/include" }] } });
  expect(await door.send("GET", sessions)).toMatchObject({ status: 400, json: { issues: [{ path: "/campaign_id" }] } });
  const foreign = await givenCampaign();
  expect(await door.send("GET", `${sessions}?campaign_id=${foreign.campaignId}`)).toMatchObject({ status: 404 });
});

test("pages of sessions hold each once, oldest first", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const { campaignId } = world;
  const ids = [world.sessionId];
  for (let index = 0; index < 4; index += 1) {
    const { node } = await addNode(world.ctx, { campaignId, type: "email" });
    ids.push((await givenSession({ ...world, nodeId: node.id })).sessionId);
  }
  const seen: string[] = [];
  let cursor = "";
  do {
    const page = (await door.send("GET", `${sessions}?campaign_id=${campaignId}&limit=2${cursor}`)).json as {
      sessions: { id: string }[];
      next_cursor: string | null;
    };
    seen.push(...page.sessions.map(({ id }) => id));
    cursor = page.next_cursor === null ? "" : `&cursor=${encodeURIComponent(page.next_cursor)}`;
  } while (cursor !== "");
  expect(seen).toEqual(ids);
});

test("an edit makes a version, and a poll with the old ETag is 304 until then", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `${sessions}/${world.sessionId}`;
  const first = await door.send("GET", path);
  const etag = first.headers.get("etag") ?? "";
  const poll = () => door.send("GET", path, { headers: { "if-none-match": `W/"x", ${etag}` } });
  expect(await poll()).toMatchObject({ status: 304, text: "" });
  expect((await poll()).headers.get("etag")).toBe(etag);
  const edited = await door.send("PATCH", path, {
    body: { draft_subject: "Hello", draft_body: "Hi %first_name|there%,\n\nWorth a look?" },
  });
  expect(edited.status).toBe(200);
  expect(sessionOf(edited)).toMatchObject({
    draft_subject: "Hello",
    draft_history: [],
    revision: 2,
    checks: { errors: expect.any(Number) },
  });
  expect(edited.headers.get("etag")).not.toBe(etag);
  expect(await poll()).toMatchObject({ status: 200 });
  const again = await door.send("PATCH", path, { body: { draft_subject: "Hello again" } });
  expect(sessionOf(again).draft_history).toEqual([
    {
      version: 1,
      created_at: expect.any(String),
      author: "user",
      run_id: null,
      framework_version: null,
      subject: "Hello",
      body: "Hi %first_name|there%,\n\nWorth a look?",
    },
  ]);
});

test("a skeleton written by a person is version 1, and the one before it becomes history", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `${sessions}/${world.sessionId}`;
  const first = await door.send("PATCH", path, { body: { skeleton: exampleSkeleton } });
  expect(sessionOf(first)).toMatchObject({ skeleton: exampleSkeleton, framework_version: 1, skeleton_history: [] });
  const second = await door.send("PATCH", path, { body: { skeleton: { ...exampleSkeleton, subject: "Other" } } });
  const session = sessionOf(second);
  expect(session).toMatchObject({ framework_version: 2, skeleton: { subject: "Other" } });
  expect(session.skeleton_history).toEqual([
    { version: 1, created_at: expect.any(String), author: "user", run_id: null, ...exampleSkeleton },
  ]);
  const restored = await door.send("POST", `${path}/restore`, { body: { skeleton_version: 1 } });
  expect(sessionOf(restored)).toMatchObject({ framework_version: 3, skeleton: exampleSkeleton });
  const bad = await door.send("PATCH", path, { body: { skeleton: { ...exampleSkeleton, blocks: [] } } });
  expect(bad).toMatchObject({ status: 400, json: { issues: [{ path: "/skeleton/blocks" }] } });
});

test("fields that only the server writes are refused, each by name", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const readOnly = [
    "messages",
    "skeleton_history",
    "draft_history",
    "framework_version",
    "task_status",
    "id",
    "user_id",
    "campaign_id",
    "node_id",
    "created_at",
    "updated_at",
  ];
  const answer = await door.send("PATCH", `${sessions}/${world.sessionId}`, {
    body: Object.fromEntries([...readOnly, "title"].map((name) => [name, null])),
  });
  expect(answer).toMatchObject({ status: 400, json: { code: "field_read_only" } });
  for (const name of readOnly) expect((answer.json as { error: string }).error).toContain(name);
  expect(answer.json).not.toHaveProperty("issues");
});

test.each([
  [{}, ""],
  [{ nonsense: 1 }, "/nonsense"],
  [{ title: "x".repeat(201) }, "/title"],
  [{ generated_examples: [] }, "/generated_examples"],
  [{ draft_body: 5 }, "/draft_body"],
])("a PATCH of %o is 400", async (body, path) => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const answer = await door.send("PATCH", `${sessions}/${world.sessionId}`, { body });
  const issues = expect.arrayContaining([expect.objectContaining({ path })]);
  expect(answer).toMatchObject({ status: 400, json: { code: "invalid_input", issues } });
});

test("a stale If-Match changes nothing and brings the current version along", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `${sessions}/${world.sessionId}`;
  const etag = (await door.send("GET", path)).headers.get("etag") ?? "";
  const mine = await door.send("PATCH", path, { body: { draft_body: "Mine" }, headers: { "if-match": etag } });
  expect(mine.status).toBe(200);
  const stale = await door.send("PATCH", path, {
    body: { draft_body: "Theirs", title: "T" },
    headers: { "if-match": etag },
  });
  expect(stale).toMatchObject({
    status: 412,
    json: { code: "revision_conflict", revision: 2, current: { draft_body: "Mine", draft_version: 1 } },
  });
  expect(stale.headers.get("etag")).toBe(mine.headers.get("etag"));
  expect(sessionOf(await door.send("GET", path))).toMatchObject({ draft_body: "Mine", title: null });
  const send = (ifMatch: string) =>
    door.send("PATCH", path, { body: { title: "T" }, headers: { "if-match": ifMatch } });
  expect((await send("nonsense")).status).toBe(400);
  expect((await send('"9-9", W/"2-3"')).status).toBe(412);
  expect((await send(`"9-9", ${mine.headers.get("etag")}`)).status).toBe(200);
  expect((await send("*")).status).toBe(200);
  expect((await door.send("DELETE", path, { headers: { "if-match": etag } })).status).toBe(412);
});

test("of many changes at once each is answered with its own version's ETag", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `${sessions}/${world.sessionId}`;
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => door.send("PATCH", path, { body: { draft_body: `Text ${index}` } })),
  );
  for (const answer of answers)
    expect(answer.headers.get("etag")).toMatch(new RegExp(`^"${sessionOf(answer).revision}-`));
});

test("a session is deleted once, and frees its node", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const path = `${sessions}/${world.sessionId}`;
  expect(await door.send("DELETE", path)).toMatchObject({ status: 200, json: { success: true } });
  expect(await door.send("DELETE", path)).toMatchObject({ status: 404 });
  expect(
    await door.send("POST", sessions, { body: { campaign_id: world.campaignId, node_id: world.nodeId } }),
  ).toMatchObject({ status: 201 });
});

test("a hunk that is decided twice in one call is refused by its index", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const hunks = [
    { id: "body-1", accept: true },
    { id: "body-1", accept: false },
  ];
  expect(await door.send("POST", `${sessions}/${world.sessionId}/proposal`, { body: { hunks } })).toMatchObject({
    status: 400,
    json: { code: "invalid_input", issues: [{ path: "/hunks/1/id", message: "is given twice" }] },
  });
});

test("restore takes exactly one of its fields", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const restore = (body: object) => door.send("POST", `${sessions}/${world.sessionId}/restore`, { body });
  expect((await restore({})).status).toBe(400);
  expect((await restore({ skeleton_version: 1, draft_version: 1 })).status).toBe(400);
  expect((await restore({ draft_version: 0 })).status).toBe(400);
  expect((await restore({ draft_version: 2_147_483_647 })).status).toBe(404);
  for (const field of ["draft_version", "skeleton_version"]) {
    expect(await restore({ [field]: 2_147_483_648 })).toMatchObject({
      status: 400,
      json: { issues: [{ path: `/${field}` }] },
    });
  }
});

test("a draft is applied to its node, an empty or broken one is not, and a run campaign's is not", async () => {
  const world = await givenSession();
  await givenLeads(world);
  const door = await givenDoor(world);
  const path = `${sessions}/${world.sessionId}`;
  const campaign = `/api/campaigns/${world.campaignId}`;
  expect(await door.send("POST", `${path}/apply`)).toMatchObject({ status: 400, json: { code: "invalid_input" } });
  await door.send("PATCH", path, { body: { draft_subject: "Hi", draft_body: "Hello %unknown_thing%" } });
  expect(await door.send("POST", `${path}/apply`, { body: {} })).toMatchObject({
    status: 400,
    json: { issues: expect.any(Array) },
  });
  await door.send("POST", `${campaign}/status`, { body: { status: "active" } });
  expect(await door.send("POST", `${path}/apply`, { body: { force: true } })).toMatchObject({
    status: 400,
    json: { code: "not_draft" },
  });
  await door.send("POST", `${campaign}/status`, { body: { status: "draft" } });
  const applied = await door.send("POST", `${path}/apply`, { body: { force: true } });
  expect(applied).toMatchObject({
    status: 200,
    json: { node: { id: world.nodeId, subject: "Hi", body: "Hello %unknown_thing%", revision: 2 } },
  });
  const checks = await door.send("GET", `${path}/checks`);
  expect(checks).toMatchObject({
    status: 200,
    json: { draft_version: 1, lead_count: 3, ready: "no", results: expect.any(Array) },
  });
  const { results } = checks.json as { results: object[] };
  const known: readonly string[] = FindingJson.keyof().options;
  expect(results.flatMap(Object.keys).filter((name) => !known.includes(name))).toEqual([]);
});
