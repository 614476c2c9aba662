import { expect, test } from "vitest";
import { key } from "../../testing/actors.ts";
import { givenDoor } from "../../testing/door.ts";
import { givenAccount, givenCampaign, givenSession } from "../../testing/given.ts";
import { revokeKey } from "../../verbs/keys/revoke-key.ts";
import { listKeys } from "../../verbs/keys/list-keys.ts";

const nobody = "01981f3e-7a50-7c61-9d0f-1f2e3d4c5b6a";

test("every answer names its request: the caller's own id when it is sane, else a new one", async () => {
  const door = await givenDoor(await givenAccount());
  const named = await door.send("GET", "/api/campaigns", { headers: { "x-request-id": "trace-42" } });
  expect(named.headers.get("x-request-id")).toBe("trace-42");
  const odd = await door.send("GET", "/api/nothing", { headers: { "x-request-id": "a b\u00e9".slice(0, 3) } });
  expect(odd.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(odd.json).toEqual({
    error: expect.any(String),
    code: "not_found",
    request_id: odd.headers.get("x-request-id"),
  });
});

test.each([[""], ["Bearer"], ["Bearer lh_unknown"], ["Basic abc"], ["lh_raw"]])(
  "a request with the key %o is 401",
  async (authorization) => {
    const door = await givenDoor(await givenAccount());
    const answer = await door.send("GET", "/api/campaigns", { headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, json: { code: "unauthorized" } });
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  },
);

test("a revoked key is 401", async () => {
  const world = await givenAccount();
  const door = await givenDoor(world);
  for (const { id } of await listKeys(world.ctx)) await revokeKey(world.ctx, { keyId: id });
  expect(await door.send("GET", "/api/campaigns")).toMatchObject({ status: 401 });
});

test("a key without the scope is 403, naming it, before anything is looked at", async () => {
  const door = await givenDoor(await givenAccount());
  const readOnly = { authorization: `Bearer ${await door.keyWith(["read"])}` };
  const draft = { authorization: `Bearer ${await door.keyWith(["draft"])}` };
  const refused = [
    await door.send("POST", "/api/campaigns/ai-chat-sessions", { headers: readOnly, body: "not json" }),
    await door.send("PATCH", "/api/campaigns/ai-chat-sessions/malformed", { headers: readOnly, body: {} }),
    await door.send("POST", "/api/campaigns", { headers: draft, body: {} }),
    await door.send("GET", "/api/campaigns", { headers: draft }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect(refused.map(({ json }) => /"(\w+)"/.exec((json as { error: string }).error)?.[1])).toEqual([
    "draft",
    "draft",
    "campaigns",
    "read",
  ]);
});

test("a body that is too large, of another type or no JSON is refused as such", async () => {
  const door = await givenDoor(await givenAccount());
  const post = (body: string, headers: Record<string, string> = {}) =>
    door.send("POST", "/api/campaigns", { body, headers });
  expect(await post(JSON.stringify({ name: "x".repeat(1_048_576) }))).toMatchObject({
    status: 413,
    json: { code: "payload_too_large" },
  });
  expect(await post("{}", { "content-type": "text/plain" })).toMatchObject({
    status: 415,
    json: { code: "unsupported_media_type" },
  });
  expect(await post("name=x", { "content-type": "application/x-www-form-urlencoded" })).toMatchObject({ status: 415 });
  expect(await post("{name")).toMatchObject({ status: 400, json: { code: "invalid_input" } });
  expect(await post("[1]")).toMatchObject({ status: 400, json: { code: "invalid_input" } });
  expect(await post('{"name":"a\\u0000b"}')).toMatchObject({ status: 400, json: { issues: [{ path: "/name" }] } });
  expect(await post('{"name":"\\ud800"}')).toMatchObject({ status: 400, json: { issues: [{ path: "/name" }] } });
  expect(await post("[".repeat(100_000) + "]".repeat(100_000))).toMatchObject({ status: 400 });
  expect(await post('{"name":"With charset"}', { "content-type": "application/json; charset=utf-8" })).toMatchObject({
    status: 201,
  });
});

test("each wrong field is named, unknown ones too, and the sentence says the first", async () => {
  const door = await givenDoor(await givenAccount());
  const answer = await door.send("POST", "/api/campaigns/ai-chat-sessions", {
    body: { campaign_id: 5, nodeId: nobody },
  });
  expect(answer.status).toBe(400);
  expect(answer.json).toEqual({
    error: expect.stringContaining("campaign_id must be a string"),
    code: "invalid_input",
    issues: [
      { path: "/campaign_id", message: "must be a string" },
      { path: "/node_id", message: "is required" },
      { path: "/nodeId", message: "is not a known field" },
    ],
    request_id: expect.any(String),
  });
});

test("a bad row is named with its index", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const leads = [{ email: "a@example.com" }, { email: "b@example.com" }, {}, { email: "no address", phone: "1" }];
  const answer = await door.send("POST", `/api/campaigns/${world.campaignId}/leads`, { body: { leads } });
  expect(answer).toMatchObject({
    status: 400,
    json: { issues: [{ path: "/leads/3/email" }, { path: "/leads/3/phone" }] },
  });
});

test("queries are read as strictly as bodies", async () => {
  const door = await givenDoor(await givenAccount());
  for (const query of [
    "limit=0",
    "limit=201",
    "limit=ten",
    "limit=1&limit=2",
    "cursor=abc",
    `cursor=${btoa('["2026-01-01","x"]')}`,
    "lmit=5",
  ]) {
    expect([query, (await door.send("GET", `/api/campaigns?${query}`)).status]).toEqual([query, 400]);
  }
  expect(await door.send("GET", "/api/campaigns?limit=200")).toMatchObject({ status: 200 });
});

test("a path that is there takes only its methods, and Allow names them", async () => {
  const door = await givenDoor(await givenAccount());
  const answers = await Promise.all([
    door.send("PUT", "/api/campaigns"),
    door.send("PATCH", "/api/campaigns/ai-chat-sessions"),
    door.send("POST", `/api/campaigns/ai-chat-sessions/${nobody}`, { body: {} }),
    door.send("DELETE", `/api/runs/run_${nobody.replaceAll("-", "")}`),
    door.send("POST", "/api/openapi.json"),
  ]);
  expect(answers.map(({ status, headers }) => [status, headers.get("allow")])).toEqual([
    [405, "POST, GET"],
    [405, "POST, GET"],
    [405, "GET, PATCH, DELETE"],
    [405, "GET"],
    [405, "GET"],
  ]);
  expect(answers[0]?.json).toMatchObject({ code: "method_not_allowed" });
});

test("a malformed id in a path answers like an absent one, after the body", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const absent = await door.send("GET", `/api/campaigns/ai-chat-sessions/${nobody}`);
  const malformed = await door.send("GET", "/api/campaigns/ai-chat-sessions/not-an-id");
  const foreign = await (
    await givenDoor(await givenAccount())
  ).send("GET", `/api/campaigns/ai-chat-sessions/${world.sessionId}`);
  const bodies = [absent, malformed, foreign].map(({ status, json }) => ({
    status,
    ...(json as object),
    request_id: null,
  }));
  expect(bodies).toEqual(
    Array(3).fill({ status: 404, error: "Session not found", code: "not_found", request_id: null }),
  );
  expect(await door.send("PATCH", "/api/campaigns/ai-chat-sessions/not-an-id", { body: {} })).toMatchObject({
    status: 400,
  });
  expect(await door.send("GET", "/api/runs/run_123")).toMatchObject({ status: 404, json: { error: "Run not found" } });
  expect(await door.send("GET", "/api/campaigns/not-an-id/coverage")).toMatchObject({
    status: 404,
    json: { error: "Campaign not found" },
  });
});

test("upper-case ids are accepted and answered in lower case", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const read = await door.send("GET", `/api/campaigns/${world.campaignId.toUpperCase()}`);
  expect(read).toMatchObject({ status: 200, json: { campaign: { id: world.campaignId } } });
  const made = await door.send("POST", "/api/campaigns/ai-chat-sessions", {
    body: { campaign_id: world.campaignId.toUpperCase(), node_id: world.nodeId.toUpperCase() },
  });
  expect(made).toMatchObject({
    status: 201,
    json: { session: { campaign_id: world.campaignId, node_id: world.nodeId } },
  });
});

test("answers are guarded, and cookies open nothing", async () => {
  const door = await givenDoor(await givenAccount());
  const answer = await door.send("GET", "/api/campaigns", {
    headers: { authorization: "", cookie: "better-auth.session_token=x" },
  });
  expect(answer.status).toBe(401);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
  });
  expect(answer.headers.has("access-control-allow-origin")).toBe(false);
  expect(answer.headers.has("set-cookie")).toBe(false);
});

test("a page of an allowed origin may call, one of another may not", async () => {
  const door = await givenDoor(await givenAccount(), { allowedOrigins: ["https://app.example"] });
  const preflight = {
    "access-control-request-method": "POST",
    "access-control-request-headers": "authorization",
    authorization: "",
  };
  const mine = await door.send("OPTIONS", "/api/campaigns", {
    headers: { ...preflight, origin: "https://app.example" },
  });
  expect([mine.status, mine.headers.get("access-control-allow-origin")]).toEqual([204, "https://app.example"]);
  const other = await door.send("OPTIONS", "/api/campaigns", {
    headers: { ...preflight, origin: "https://evil.example" },
  });
  expect(other.headers.has("access-control-allow-origin")).toBe(false);
});

test("a bug is an opaque 500 and reaches the log, a lost database is 503", async () => {
  const world = await givenAccount();
  const broken = (error: Error) => ({
    authenticate: () => Promise.reject(error),
    contextFor: () => ({ ...world.ctx, actor: key(world.userId) }),
  });
  const bug = await givenDoor(world, broken(new Error("secret detail")));
  const answer = await bug.send("GET", "/api/campaigns");
  expect(answer).toMatchObject({ status: 500, json: { code: "internal" } });
  expect(answer.text).not.toContain("secret detail");
  expect(bug.reported).toHaveLength(1);
  const lost = await givenDoor(world, broken(Object.assign(new Error("gone"), { code: "CONNECTION_CLOSED" })));
  const unavailable = await lost.send("GET", "/api/campaigns");
  expect(unavailable).toMatchObject({ status: 503, json: { code: "unavailable" } });
  expect(unavailable.headers.get("retry-after")).toBe("1");
  expect(lost.reported).toHaveLength(0);
});
