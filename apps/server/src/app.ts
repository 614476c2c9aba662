import { handleTrpc, type ModelView, type People, type TrpcContext } from "@longhand/api/server";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { ServeStatic } from "./static.ts";

/** What the HTTP surface is made of. */
export interface AppParts {
  /** The REST door; it owns everything under /api but sign-in. */
  readonly rest: { fetch(request: Request): Response | Promise<Response> };
  readonly people: People;
  readonly trpc: Pick<TrpcContext, "contextFor" | "hub" | "report">;
  readonly model: ModelView;
  /** Signs the demo account in; absent where the server can be reached from other machines. */
  readonly signInDemo: ((headers: Headers) => Promise<Response>) | undefined;
  /** Answers the Inngest server; absent when the executor is embedded, where mounting it would skip signature checks. */
  readonly inngest: ((request: Request) => Promise<Response>) | undefined;
  readonly ready: () => Promise<boolean>;
  readonly serveStatic: ServeStatic;
  /** Host names a browser may use; undefined: any. */
  readonly hosts: ReadonlySet<string> | undefined;
}

/** Everything that listens, by path. */
export function createApp(parts: AppParts): Hono {
  const app = new Hono();
  // The REST door has stricter headers of its own.
  const pageHeaders = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // The draft editor writes its rules into style elements.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    strictTransportSecurity: false,
  });
  app.use((c, next) => (/^\/api(\/(?!auth\/)|$)/.test(c.req.path) ? next() : pageHeaders(c, next)));

  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) =>
    (await parts.ready()) ? c.json({ status: "ready" }) : c.json({ status: "not ready" }, 503, { "retry-after": "1" }),
  );

  // A page of another name that resolves to this machine must not act with a person's cookie.
  app.use("/trpc/*", async (c, next) => (allowed(c.req.raw, parts.hosts) ? next() : misdirected()));
  app.use("/api/auth/*", async (c, next) => (allowed(c.req.raw, parts.hosts) ? next() : misdirected()));

  app.post("/api/auth/demo", async (c) => {
    const origin = c.req.header("origin");
    if (parts.signInDemo === undefined)
      return c.json({ error: "There is no demo sign-in on this server.", code: "not_found" }, 404);
    if (origin !== undefined && new URL(origin).host !== c.req.header("host")) {
      return c.json({ error: "Sign in from Longhand's own page.", code: "forbidden" }, 403);
    }
    return parts.signInDemo(c.req.raw.headers);
  });
  app.on(["GET", "POST"], "/api/auth/*", (c) => parts.people.handle(c.req.raw));

  app.all("/trpc/*", async (c) =>
    handleTrpc(c.req.raw, "/trpc", {
      ...parts.trpc,
      person: await parts.people.find(c.req.raw.headers),
      demo: parts.signInDemo !== undefined,
      model: parts.model,
      sameSite: c.req.header("x-longhand") !== undefined,
    }),
  );

  const { inngest } = parts;
  if (inngest !== undefined) app.on(["GET", "POST", "PUT"], "/api/inngest", (c) => inngest(c.req.raw));
  app.all("/api", (c) => parts.rest.fetch(c.req.raw));
  app.all("/api/*", (c) => parts.rest.fetch(c.req.raw));

  app.get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /\n"));
  app.get("*", (c) => parts.serveStatic(c.req.raw) ?? c.text("Not found", 404));
  app.notFound((c) => c.text("Not found", 404));
  return app;
}

function allowed(request: Request, hosts: ReadonlySet<string> | undefined): boolean {
  const host = request.headers.get("host") ?? "";
  return hosts === undefined || hosts.has(host.replace(/:\d+$/, "").toLowerCase());
}

function misdirected(): Response {
  return Response.json(
    { error: "This host name is not one of Longhand's. Set LONGHAND_ORIGIN to use it.", code: "forbidden" },
    { status: 421 },
  );
}
