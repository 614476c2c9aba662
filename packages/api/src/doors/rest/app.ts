import { Hono } from "hono";
import { cors } from "hono/cors";
import { v7 } from "uuid";
import { AppError } from "../../base/errors.ts";
import { createStreamSlots } from "../../base/limits.ts";
import { campaignRoutes } from "./campaigns.ts";
import { draftRoutes } from "./drafts.ts";
import { handleRoute } from "./handle-route.ts";
import { createSweep } from "./keyed.ts";
import { leadRoutes } from "./leads.ts";
import { nodeRoutes } from "./nodes.ts";
import { toAppError, toErrorAnswer } from "./on-error.ts";
import type { RestParts } from "./parts.ts";
import { createQuota } from "./quota.ts";
import { createReference } from "./reference.ts";
import type { Route } from "./route.ts";
import { runRoutes } from "./runs.ts";
import { sessionRoutes } from "./sessions.ts";
import { createStreams } from "./streams.ts";
import { turnRoutes } from "./turns.ts";

interface Variables {
  requestId: string;
  /** Go on the answer, whatever it is. */
  headers: Headers;
}

export type { RestParts } from "./parts.ts";

const exposedHeaders = [
  "etag",
  "idempotent-replayed",
  "location",
  "ratelimit",
  "ratelimit-policy",
  "retry-after",
  "x-request-id",
];
const allowedHeaders = [
  "authorization",
  "content-type",
  "idempotency-key",
  "if-match",
  "if-none-match",
  "last-event-id",
  "x-request-id",
];

/** The REST door: everything of the public contract under /api. It reads no cookies. */
export function createRestApp(parts: RestParts): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>().basePath("/api");
  const door = { parts, spend: createQuota(parts), sweep: createSweep(parts.now) };
  const streams = createStreams(parts, createStreamSlots());
  // Sessions before campaigns: /campaigns/ai-chat-sessions is no campaign's id.
  const routes = [
    ...sessionRoutes(),
    ...draftRoutes(),
    ...turnRoutes(parts, streams),
    ...runRoutes(parts, streams),
    ...campaignRoutes(),
    ...nodeRoutes(),
    ...leadRoutes(),
  ];
  const reference = createReference(routes);

  app.use(async (c, next) => {
    const sent = c.req.header("x-request-id") ?? "";
    c.set("requestId", /^[A-Za-z0-9._:-]{1,128}$/.test(sent) ? sent : v7());
    c.set("headers", new Headers());
    await next();
    c.res.headers.set("x-request-id", c.var.requestId);
    for (const [name, value] of c.var.headers) c.res.headers.set(name, value);
    for (const [name, value] of securityHeaders) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  if (parts.allowedOrigins.length > 0) {
    app.use(
      cors({
        origin: [...parts.allowedOrigins],
        allowHeaders: allowedHeaders,
        exposeHeaders: exposedHeaders,
        maxAge: 600,
      }),
    );
  }
  for (const [path, together] of byPath(routes)) {
    const pattern = path.replaceAll(/\{(\w+)\}/g, ":$1");
    for (const route of together) {
      app.on(route.method.toUpperCase(), pattern, (c) =>
        handleRoute(door, route, {
          request: c.req.raw,
          requestId: c.var.requestId,
          path: c.req.param(),
          headers: c.var.headers,
        }),
      );
    }
    app.all(pattern, refuseMethod(together.map((route) => route.method.toUpperCase())));
  }
  app.get("/openapi.json", () => reference.document());
  app.get("/docs", () => reference.page());
  for (const path of ["/openapi.json", "/docs"]) app.all(path, refuseMethod(["GET"]));
  app.notFound((c) =>
    refuse(new AppError("not_found", "There is no such path. GET /api/docs lists them."), c.var.requestId),
  );
  app.onError((error, c) => {
    const failure = toAppError(error);
    if (failure.code === "internal")
      parts.report(error, { requestId: c.var.requestId, method: c.req.method, path: c.req.path });
    return refuse(failure, c.var.requestId);
  });
  return app;
}

const securityHeaders: readonly (readonly [string, string])[] = [
  ["cache-control", "no-store"],
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
];

function refuseMethod(allow: readonly string[]): () => never {
  return () => {
    throw new AppError("method_not_allowed", "This path does not take that method. Use one that Allow names.", {
      allow,
    });
  };
}

function refuse(failure: AppError, requestId: string): Response {
  const { body, status, headers } = toErrorAnswer(failure, requestId);
  return new Response(body, { status, headers });
}

/** Routes of one path together, in the order of their first. */
function byPath(routes: readonly Route[]): Map<string, Route[]> {
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  return paths;
}
