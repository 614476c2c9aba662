import type { Context } from "../../base/context.ts";
import { AppError, notFound } from "../../base/errors.ts";
import type { KeptAnswer } from "../../base/idempotency.ts";
import { fromRunId, Id } from "../../base/ids.ts";
import { inTransaction } from "../../base/transaction.ts";
import { authenticate } from "./authenticate.ts";
import { isFresh, readIfMatch } from "./etag.ts";
import { answerOnce, readKey, type SweepKeys } from "./keyed.ts";
import { inDoorsWords } from "./on-error.ts";
import type { RestParts } from "./parts.ts";
import type { SpendQuota } from "./quota.ts";
import { readJson } from "./read-json.ts";
import { readQuery } from "./read-query.ts";
import type { JsonAnswer, Route } from "./route.ts";

/** One request on its way to a route. `headers` go on the answer, whatever it is. */
export interface Exchange {
  readonly request: Request;
  readonly requestId: string;
  readonly path: Readonly<Record<string, string>>;
  readonly headers: Headers;
}

/** The parts of a door, and what it counts. */
export interface DoorParts {
  readonly parts: RestParts;
  readonly spend: SpendQuota;
  /** Called with each keyed request; deletes old answers now and then. */
  readonly sweep: SweepKeys;
}

type Ids = Readonly<Record<string, string>>;

/**
 * Take a request through its route, refusing in the order of the contract: key, scope, quota, body and query, path ids,
 * precondition, and then what the verb refuses.
 *
 * @throws {AppError} for each of them.
 */
export async function handleRoute(door: DoorParts, route: Route, exchange: Exchange): Promise<Response> {
  const { parts, spend } = door;
  const { request, requestId, headers } = exchange;
  const caller = await authenticate(parts, route, request, exchange.path);
  const startedRun = spend(caller.quotaOf, route.startsRun === true, headers);
  const ctx = parts.contextFor(caller.actor);
  const query = readQuery(new URL(request.url));
  const parsed = route.parse({ query, body: route.method === "get" ? {} : await readJson(request) });
  const path = readIds(route, exchange.path);
  const current = () => (route.etag === undefined ? Promise.resolve("") : route.etag(ctx, path));
  const comparesTag = route.method !== "get" && (route.method !== "post" || route.takesIfMatch === true);
  const ifRevision = comparesTag ? await readIfMatch(request, current) : undefined;
  const tagsAnswer = route.etag !== undefined && route.tagsAnswer !== false && route.method !== "delete";

  async function work(workCtx: Context): Promise<JsonAnswer | Response> {
    try {
      const made = await parsed.run({ ctx: workCtx, path, ifRevision, request, expiresAt: caller.expiresAt });
      startedRun();
      return made;
    } catch (error) {
      // A turn that was waited for had been started.
      if (error instanceof AppError && error.code === "upstream_failed") startedRun();
      throw inDoorsWords(error, route.renames ?? {});
    }
  }

  try {
    const keyed = route.method === "post" ? readKey(request, ctx, parsed.body) : undefined;
    if (keyed !== undefined) {
      await door.sweep(ctx.db);
      const { answer, replayed } = await answerOnce(
        ctx,
        keyed,
        requestId,
        route.outlivesTransaction === true,
        async (workCtx) => toKept(await work(workCtx), tagsAnswer ? await route.etag?.(workCtx, path) : undefined),
      );
      if (replayed) headers.set("idempotent-replayed", "true");
      return new Response(answer.body, { status: answer.status, headers: answer.headers });
    }
    if (route.method === "get" && route.etag !== undefined)
      return await answerTagged(request, await current(), () => work(ctx));
    if (!tagsAnswer) {
      const made = await work(ctx);
      if (made instanceof Response) return made;
      const kept = toKept(made, undefined);
      return new Response(kept.body, { status: kept.status, headers: kept.headers });
    }
    // In one transaction, or the tag might be of a later change than the one answered, and hide it from If-Match.
    const kept = await inTransaction(ctx, async (tx) => toKept(await work(tx), await route.etag?.(tx, path)));
    return new Response(kept.body, { status: kept.status, headers: kept.headers });
  } catch (error) {
    if (error instanceof AppError && error.code === "revision_conflict" && route.etag !== undefined)
      headers.set("etag", await current());
    throw error;
  }
}

/** A read of something that has an ETag: the caller's copy may still be good. */
async function answerTagged(
  request: Request,
  etag: string,
  read: () => Promise<JsonAnswer | Response>,
): Promise<Response> {
  if (isFresh(request, etag))
    return new Response(null, { status: 304, headers: { etag, "cache-control": "private, no-cache" } });
  const made = await read();
  if (made instanceof Response) return made;
  const kept = toKept(made, etag);
  return new Response(kept.body, {
    status: kept.status,
    headers: { ...kept.headers, "cache-control": "private, no-cache" },
  });
}

function toKept(answer: JsonAnswer | Response, etag: string | undefined): KeptAnswer {
  if (answer instanceof Response) throw new Error("a keyed route must answer JSON");
  return {
    status: answer.status,
    headers: { "content-type": "application/json", ...(etag !== undefined && { etag }), ...answer.headers },
    body: JSON.stringify(answer.body),
  };
}

/** The path's ids as stored. A malformed id is nothing anybody has. */
function readIds(route: Route, path: Ids): Ids {
  const ids: Record<string, string> = {};
  for (const [name, noun] of Object.entries(route.ids)) {
    const text = path[name] ?? "";
    const id = noun === "Run" ? fromRunId(text) : Id.safeParse(text).data;
    if (id === undefined) throw notFound(noun);
    ids[name] = id;
  }
  return ids;
}
