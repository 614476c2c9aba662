import { createHub } from "../base/hub.ts";
import type { Scope } from "../base/actor.ts";
import { scopes as allScopes } from "../base/actor.ts";
import type { Context } from "../base/context.ts";
import { createRunTokens } from "../base/run-tokens.ts";
import { createRestApp, type RestParts } from "../doors/rest/app.ts";
import { actorOfKey } from "../verbs/keys/actor-of-key.ts";
import { createKey } from "../verbs/keys/create-key.ts";
import type { AccountWorld } from "./given.ts";

/** What a caller sends beside method and path. */
export interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer with its body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined where there is none. */
  readonly json: unknown;
  readonly text: string;
}

/** The REST door over a test's database, and a key of the account. */
export interface Door {
  readonly key: string;
  /** Send with the account's key, or with `headers.authorization`; an empty one sends none. */
  send(method: string, path: string, sent?: Sent): Promise<Answered>;
  /** The same, answer unread: for streams. */
  open(path: string, headers?: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Response>;
  /** Another key of the account. */
  keyWith(scopes: readonly Scope[]): Promise<string>;
  /** What the door told the log. */
  readonly reported: readonly unknown[];
}

/** Open the door for an account: real keys, real run tokens, quotas off unless told. */
export async function givenDoor(world: AccountWorld, options: Partial<RestParts> = {}): Promise<Door> {
  const { db, sql } = world.database;
  const hub = createHub({ sql });
  const runTokens = createRunTokens({ secret: "a secret for tests only" });
  const reported: unknown[] = [];
  const app = createRestApp({
    contextFor: (actor): Context => ({
      ...world.ctx,
      actor,
      runTokens,
      wake: { session: (id) => hub.wake(id), outbox() {}, watchdog() {} },
    }),
    authenticate: (key) => actorOfKey(db, key),
    hub,
    runTokens,
    rateLimit: false,
    allowedOrigins: [],
    report: (error) => reported.push(error),
    ...options,
  });
  const keyWith = async (scopes: readonly Scope[]) =>
    (await createKey(world.ctx, { name: "test", scopes: [...scopes] })).secret;
  const key = await keyWith(allScopes);

  function request(method: string, path: string, sent: Sent, signal?: AbortSignal): Promise<Response> {
    const { body } = sent;
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
    const headers = new Headers({
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...sent.headers,
    });
    if (headers.get("authorization") === "") headers.delete("authorization");
    return Promise.resolve(
      app.request(path, { method, headers, ...(text !== undefined && { body: text }), ...(signal && { signal }) }),
    );
  }

  return {
    key,
    keyWith,
    reported,
    async send(method, path, sent = {}) {
      const response = await request(method, path, sent);
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
      return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : undefined, text };
    },
    open: (path, headers = {}, signal) => request("GET", path, { headers }, signal),
  };
}
