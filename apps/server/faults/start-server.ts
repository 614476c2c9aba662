import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../dist/main.mjs", import.meta.url));

/** The key every test server is started with. */
export const apiKey = "lh_testtesttesttesttesttesttesttest";

/** What a call answered. Its body is whatever JSON came; tests say what they expect of it. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** The parts of a session that tests look into. */
export interface SessionJson {
  readonly [field: string]: unknown;
  readonly id: string;
  readonly task_status: string | null;
  readonly messages: readonly { readonly role: string; readonly content: string; readonly status: string }[];
  readonly draft_body: string;
  readonly generated_examples: readonly { readonly subject: string; readonly body: string }[];
  readonly last_run: { readonly id: string; readonly status: string } | null;
  readonly checks: { readonly errors: number };
}

/** A built server in a process of its own, on a data directory of its own. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Call the REST door with the test key. */
  call<Body = { readonly code?: string; readonly error?: string; readonly run_id?: string }>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  /** End the process with this signal and give its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** An empty data directory that is removed afterwards. */
export async function givenDataDir(): Promise<{ path: string; [Symbol.asyncDispose](): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "longhand test "));
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/** Start the built server and wait for its ready line. */
export async function startServer(dataDir: string, env: Record<string, string> = {}): Promise<TestServer> {
  if (!existsSync(program)) throw new Error("The server is not built: run `pnpm bundle` first.");
  const child = spawn(process.execPath, ["--enable-source-maps", program], {
    env: {
      PATH: process.env["PATH"],
      HOME: dataDir,
      DATA_DIR: dataDir,
      PORT: "0",
      LONGHAND_API_KEY: apiKey,
      LONGHAND_OFFLINE_PACE_MS: "0",
      LONGHAND_RATE_LIMIT: "off",
      LONGHAND_LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /Longhand is ready on (http\S+)/.exec(output);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${output}`)));
  });
  return {
    url,
    dataDir,
    process: child,
    output: () => output,
    async call(method, path, body, headers = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          authorization: `Bearer ${apiKey}`,
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
    },
    end(signal) {
      return new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
        child.once("exit", (code) => resolve(code));
        child.kill(signal);
      });
    },
  };
}

/** A campaign with `leads` leads and a session on its first email node. */
export async function givenRestSession(
  server: TestServer,
  leads = 5,
): Promise<{ campaignId: string; nodeId: string; sessionId: string; path: string }> {
  const { body } = await server.call<{ campaign: { id: string }; sequence_nodes: [{ id: string }] }>(
    "POST",
    "/api/campaigns",
    { name: `Campaign ${crypto.randomUUID()}`, sender: { first_name: "Sam", company: "Ledgerline" } },
  );
  const campaignId = body.campaign.id;
  const nodeId = body.sequence_nodes[0].id;
  const people = Array.from({ length: leads }, (_, index) => ({
    email: `lead${index}@example.com`,
    first_name: `Ana${index}`,
    company: `Nordwind ${index}`,
    position: index % 2 ? "CFO" : "Head of Finance",
  }));
  await server.call("POST", `/api/campaigns/${campaignId}/leads`, { leads: people });
  const session = await server.call<{ session: SessionJson }>("POST", "/api/campaigns/ai-chat-sessions", {
    campaign_id: campaignId,
    node_id: nodeId,
  });
  const sessionId = session.body.session.id;
  return { campaignId, nodeId, sessionId, path: `/api/campaigns/ai-chat-sessions/${sessionId}` };
}

/** Poll as clients of the established API do, until `task_status` is null. */
export async function untilIdle(server: TestServer, path: string, withinMs = 60_000): Promise<SessionJson> {
  const until = Date.now() + withinMs;
  for (;;) {
    const { body } = await server.call<{ session: SessionJson }>("GET", path);
    if (body.session.task_status === null) return body.session;
    if (Date.now() > until) throw new Error(`still ${body.session.task_status} after ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
