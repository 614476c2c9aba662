import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { z } from "zod";
import { situations, type AppErrorCode } from "../../base/errors.ts";
import { errorExample } from "./error-examples.ts";
import { ErrorJson } from "./json/error.ts";
import type { DocumentedAnswer, Noun, Route } from "./route.ts";

/** An OpenAPI 3.1 document. */
export type OpenApi = ReturnType<typeof createDocument>;

/** The OpenAPI document of the routes. Schemas are the ones that check requests; the routes are the ones that answer. */
export function createOpenApi(routes: readonly Route[]): OpenApi {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes)
    paths[`/api${route.path}`] = { ...paths[`/api${route.path}`], [route.method]: toOperation(route) };
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Longhand",
      version: "1.0.0",
      summary: "Draft outreach email by chat, one email of a campaign at a time, with evidence for every claim.",
      description: introduction,
      license: { name: "MIT", identifier: "MIT" },
      contact: { name: "Longhand" },
    },
    servers: [{ url: "/", description: "This server." }],
    tags: tags.map(([name, description]) => ({ name, description })),
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: "An API key, `lh_…`. Its scopes (`read`, `draft`, `campaigns`, `admin`) say what it may do.",
        },
        runToken: {
          type: "apiKey",
          in: "query",
          name: "token",
          description: "A run's publicAccessToken: reads that run and its events for one hour.",
        },
      },
    },
    paths,
  });
}

const tags: readonly (readonly [string, string])[] = [
  ["Sessions", "One session drafts one email node."],
  ["Turns", "Chat, examples, and the session's live log."],
  ["Runs", "The durable work behind a turn."],
  ["Campaigns", "Campaigns and their status."],
  ["Sequence", "The emails and delays of a campaign, in order."],
  ["Leads", "Who a campaign writes to."],
];

const introduction = [
  "Every body is JSON in snake_case; a field that is unknown or does not apply is refused and named. Instants are ISO 8601 in UTC, ids are UUIDs, run ids are `run_` and 32 digits.",
  "Every refusal has the same envelope: `error` is a sentence for a person, `code` is stable. Another account's things answer as absent ones do.",
  "Every POST takes an `Idempotency-Key`: the first answer is kept for 24 hours and repeated with `idempotent-replayed: true`. Sessions and campaigns carry an `ETag`; `If-None-Match` answers 304, and `If-Match` on a change answers 412 when it is stale.",
  "A key may send 600 requests and start 60 runs a minute; `RateLimit` says what is left.",
].join("\n\n");

const uuid = z.string().meta({ format: "uuid" });
const runId = z.string().meta({ pattern: "^run_[0-9a-f]{32}$" });
const idSchema: Record<Noun, z.ZodType> = {
  Session: uuid.meta({ description: "The session's id." }),
  Campaign: uuid.meta({ description: "The campaign's id." }),
  Node: uuid.meta({ description: "The node's id." }),
  Run: runId.meta({ description: "The run's id." }),
};

function toOperation(route: Route): ZodOpenApiOperationObject {
  const writes = route.method !== "get";
  const comparesTag = route.etag !== undefined && writes && (route.method !== "post" || route.takesIfMatch === true);
  const headers = {
    ...(route.method === "post" && {
      "Idempotency-Key": z
        .string()
        .min(1)
        .max(255)
        .optional()
        .meta({ description: "Repeats of this request get the first answer, for 24 hours." }),
    }),
    ...(comparesTag && {
      "If-Match": z.string().optional().meta({ description: "The ETag that was read; stale answers 412." }),
    }),
    ...(route.etag !== undefined &&
      !writes && {
        "If-None-Match": z
          .string()
          .optional()
          .meta({ description: "The ETag of the caller's copy; still good answers 304." }),
      }),
    ...(isStream(route) && {
      "Last-Event-ID": z
        .string()
        .optional()
        .meta({ description: "The last sequence number already seen; goes before `after`." }),
    }),
  };
  const path = Object.fromEntries(Object.entries(route.ids).map(([name, noun]) => [name, idSchema[noun]]));
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    description: `${route.description}\n\nNeeds the scope \`${route.access === "run" ? "read" : route.access}\`${route.access === "run" ? ", or the run's own token" : ""}.`,
    security: route.access === "run" ? [{ key: [] }, { runToken: [] }] : [{ key: [] }],
    requestParams: {
      ...(Object.keys(path).length > 0 && { path: z.object(path) }),
      ...(route.query instanceof z.ZodObject && { query: withoutToken(route.query) }),
      ...(Object.keys(headers).length > 0 && { header: z.object(headers) }),
    },
    ...(route.body && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: route.body,
            ...(route.bodyExample !== undefined && { example: route.bodyExample }),
          },
        },
      },
    }),
    responses: toResponses(route, comparesTag),
  };
}

/** The token is a security scheme, which says where it goes. */
function withoutToken(query: z.ZodObject): z.ZodObject {
  return "token" in query.shape ? query.omit({ token: true }) : query;
}

function isStream(route: Route): boolean {
  return Object.values(route.answers).some((answer) => answer.mediaType === "text/event-stream");
}

const everyAnswer = { "x-request-id": z.string().meta({ description: "Names the request in the log." }) };

function toResponses(route: Route, comparesTag: boolean): ZodOpenApiResponsesObject {
  const responses: Record<string, unknown> = {};
  for (const [status, answer] of Object.entries(route.answers)) responses[status] = toResponse(answer);
  const byStatus = new Map<number, AppErrorCode[]>();
  for (const code of errorsOf(route, comparesTag))
    byStatus.set(situations[code].http, [...(byStatus.get(situations[code].http) ?? []), code]);
  for (const [status, codes] of [...byStatus].toSorted(([a], [b]) => a - b)) {
    const examples = Object.fromEntries(
      codes.map((code) => [code, { summary: code, value: errorExample(code, route) }]),
    );
    responses[String(status)] = {
      description: codes.map((code) => `\`${code}\``).join(", "),
      headers: z.object(everyAnswer),
      content: { "application/json": { schema: ErrorJson, examples } },
    };
  }
  return responses as ZodOpenApiResponsesObject;
}

function toResponse(answer: DocumentedAnswer) {
  const headers = Object.entries(answer.headers ?? {}).map(([name, description]) => [
    name,
    z.string().meta({ description }),
  ]);
  return {
    description: answer.description,
    headers: z.object({ ...everyAnswer, ...Object.fromEntries(headers) }),
    ...(answer.schema && {
      content: { [answer.mediaType ?? "application/json"]: { schema: answer.schema, example: answer.example } },
    }),
  };
}

/** Every refusal of a route: those of its shape, and its own. */
export function errorsOf(route: Route, comparesTag: boolean): AppErrorCode[] {
  return [
    ...new Set<AppErrorCode>([
      "invalid_input",
      "unauthorized",
      "forbidden",
      ...(Object.keys(route.ids).length > 0 ? (["not_found"] as const) : []),
      ...(route.method === "post" ? (["idempotency_conflict"] as const) : []),
      ...(comparesTag ? (["revision_conflict"] as const) : []),
      ...(route.method === "get" ? [] : (["payload_too_large", "unsupported_media_type"] as const)),
      "rate_limited",
      ...(route.errors ?? []),
      "internal",
      "unavailable",
    ]),
  ];
}
