import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { givenDataDir, startServer, type TestServer } from "./start-server.ts";

const run = promisify(execFile);
const command = fileURLToPath(new URL("../../cli/dist/main.mjs", import.meta.url));
const dataDir = givenDataDir();
let server: TestServer;

beforeAll(async () => {
  server = await startServer((await dataDir).path);
}, 120_000);

afterAll(async () => {
  await server?.end("SIGTERM");
  await (await dataDir)[Symbol.asyncDispose]();
});

/** Call as a page does: same origin, JSON. */
function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url + path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url, ...headers },
    body: JSON.stringify(body),
  });
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

test("one click signs in to the demo account, whose campaign has 250 leads and a finished session", async () => {
  const cookie = cookieOf(await post("/api/auth/demo", {}));
  const me = await fetch(`${server.url}/trpc/account.me`, { headers: { cookie } });
  expect(await me.json()).toMatchObject({
    result: { data: { user: { name: "Sam Rivera" }, model: { offline: true } } },
  });
  const list = await server.call<{ campaigns: [{ stats: unknown }] }>("GET", "/api/campaigns");
  expect(list.body.campaigns[0].stats).toMatchObject({ lead_count: 250, session_count: 1, email_count: 3 });
});

test("a page of another origin can neither sign in nor change anything", async () => {
  const foreign = { origin: "https://elsewhere.example" };
  expect((await post("/api/auth/demo", {}, foreign)).status).toBe(403);
  const cookie = cookieOf(await post("/api/auth/demo", {}));
  expect((await post("/trpc/campaigns.create", { name: "Theirs" }, { cookie })).status).toBe(403);
  expect((await post("/trpc/campaigns.create", { name: "Ours" }, { cookie, "x-longhand": "web" })).status).toBe(200);
});

test("a cookie opens no REST route, and a key opens no page's procedure", async () => {
  const cookie = cookieOf(await post("/api/auth/demo", {}));
  expect((await fetch(`${server.url}/api/campaigns`, { headers: { cookie } })).status).toBe(401);
  expect((await server.call("GET", "/trpc/account.me")).status).toBe(401);
});

test("wrong words do not sign in, and a new account sees nothing of another", async () => {
  const person = { name: "Pat", email: "pat@example.com", password: "correct horse battery" };
  const made = await post("/api/auth/sign-up/email", person);
  expect(made.status).toBe(200);
  const list = await fetch(`${server.url}/trpc/campaigns.list?input=%7B%7D`, { headers: { cookie: cookieOf(made) } });
  expect(await list.json()).toMatchObject({ result: { data: { campaigns: [] } } });
  expect((await post("/api/auth/sign-in/email", { ...person, password: "wrong horse battery" })).status).toBe(401);
});

test("the command makes an account and a key beside the running server", { timeout: 60_000 }, async () => {
  const env = { ...process.env, DATA_DIR: (await dataDir).path };
  const user = await run(process.execPath, [command, "users", "create", "--email", "ops@example.com", "--json"], {
    env,
  });
  expect(JSON.parse(user.stdout)).toEqual({ id: expect.any(String), email: "ops@example.com" });
  expect(user.stderr).toContain("Password (shown once)");
  const made = await run(
    process.execPath,
    [command, "keys", "create", "--email", "ops@example.com", "--name", "ci", "--scopes", "read", "--json"],
    { env },
  );
  const { key } = JSON.parse(made.stdout);
  const authorization = `Bearer ${key}`;
  expect((await server.call("GET", "/api/campaigns", undefined, { authorization })).body).toMatchObject({
    campaigns: [],
  });
  expect(await server.call("POST", "/api/campaigns", { name: "x" }, { authorization })).toMatchObject({
    status: 403,
    body: { code: "forbidden", error: expect.stringContaining("campaigns") },
  });
  await expect(
    run(process.execPath, [command, "users", "create", "--email", "ops@example.com"], { env }),
  ).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("already") });
  await expect(run(process.execPath, [command, "users", "vanish"], { env })).rejects.toMatchObject({ code: 2 });
});
