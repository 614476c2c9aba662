import { expect, test } from "vitest";
import { z } from "zod";
import { createHub } from "../../base/hub.ts";
import { createStreamSlots } from "../../base/limits.ts";
import { givenDoor } from "../../testing/door.ts";
import { givenAccount } from "../../testing/given.ts";
import { campaignRoutes } from "./campaigns.ts";
import { draftRoutes } from "./drafts.ts";
import { errorExample } from "./error-examples.ts";
import { ErrorJson } from "./json/error.ts";
import { leadRoutes } from "./leads.ts";
import { nodeRoutes } from "./nodes.ts";
import { createOpenApi, errorsOf } from "./openapi.ts";
import type { RestParts } from "./parts.ts";
import { runRoutes } from "./runs.ts";
import { sessionRoutes } from "./sessions.ts";
import { createStreams } from "./streams.ts";
import { turnRoutes } from "./turns.ts";

const Document = z.looseObject({
  openapi: z.literal("3.1.0"),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

const unused = () => Promise.reject(new Error("not used"));
const parts = {
  contextFor: () => {
    throw new Error("not used");
  },
  authenticate: unused,
  runTokens: { issue: unused, verify: unused },
  rateLimit: false,
  allowedOrigins: [],
  report() {},
} satisfies Omit<RestParts, "hub">;

async function allRoutes() {
  const { database } = await givenAccount();
  const whole: RestParts = { ...parts, hub: createHub({ sql: database.sql }) };
  const streams = createStreams(whole, createStreamSlots());
  return [
    ...sessionRoutes(),
    ...draftRoutes(),
    ...turnRoutes(whole, streams),
    ...runRoutes(whole, streams),
    ...campaignRoutes(),
    ...nodeRoutes(),
    ...leadRoutes(),
  ];
}

test("the document needs no key, and describes every route that answers", async () => {
  const door = await givenDoor(await givenAccount());
  const answer = await door.send("GET", "/api/openapi.json", { headers: { authorization: "" } });
  expect(answer.status).toBe(200);
  const document = Document.parse(answer.json);
  expect(Object.keys(document.paths)).toContain("/api/campaigns/ai-chat-sessions/{id}/generate-examples");
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of Object.keys(operations)) {
      const sent = await door.send(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, "x"), {
        headers: { authorization: "" },
      });
      expect([method, path, sent.status]).toEqual([method, path, 401]);
    }
  }
});

test("every reference in the document leads somewhere, operation ids are unique, nothing is declared in vain", async () => {
  const document = Document.parse(JSON.parse(JSON.stringify(createOpenApi(await allRoutes()))));
  const text = JSON.stringify(document);
  const used = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? ""));
  expect([...used].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted());
  const ids = Object.values(document.paths).flatMap((operations) =>
    Object.values(operations).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const operations of Object.values(document.paths)) {
    for (const { responses } of Object.values(operations))
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(["400", "401", "403", "429", "500", "503"]));
  }
});

test("every example has the shape it is an example of", async () => {
  const wrong: unknown[] = [];
  const check = (name: string, schema: z.ZodType | undefined, example: unknown) => {
    const error = example === undefined ? undefined : schema?.safeParse(example).error;
    if (error !== undefined) wrong.push([name, error.issues]);
  };
  for (const route of await allRoutes()) {
    for (const [status, answer] of Object.entries(route.answers))
      check(`${route.id} ${status}`, answer.schema, answer.example);
    check(`${route.id} body`, route.body, route.bodyExample);
    for (const code of errorsOf(route, true)) check(`${route.id} ${code}`, ErrorJson, errorExample(code, route));
  }
  expect(wrong).toEqual([]);
});

test("the reference page needs no key, no script and nothing from elsewhere", async () => {
  const door = await givenDoor(await givenAccount());
  const page = await door.send("GET", "/api/docs", { headers: { authorization: "" } });
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(page.text).not.toMatch(/<script|https?:\/\/[^"< ]*\.(?:js|css)|style="|src=/);
  expect(page.text).toContain("/api/campaigns/ai-chat-sessions/{id}/turn");
  const anchors = new Set([...page.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const [, target] of page.text.matchAll(/href="#([^"]+)"/g)) expect(anchors).toContain(target);
});
