import { z } from "zod";
import { awaitEnd } from "../../verbs/runs/await-end.ts";
import { cancelRun } from "../../verbs/runs/cancel-run.ts";
import { getRun } from "../../verbs/runs/get-run.ts";
import { exampleRun } from "./examples.ts";
import { RunJson, toRunJson } from "./json/run.ts";
import type { RestParts } from "./parts.ts";
import { readAfter, RunStreamQuery, streamExample } from "./read-after.ts";
import { route, type Route } from "./route.ts";
import type { Streams } from "./streams.ts";

const ids = { runId: "Run" } as const;
const RunAnswer = z.object({ run: RunJson }).meta({ id: "RunAnswer" });
const ok = { description: "The run.", schema: RunAnswer, example: { run: exampleRun } };

/** A cancel waits this long for its run to stop: a worker hears of it within a second, and then stores what it has said. */
const stopMs = 3_000;

/** Runs: read, follow, cancel. */
export function runRoutes(parts: Pick<RestParts, "hub">, streams: Streams): Route[] {
  return [
    route({
      method: "get",
      path: "/runs/{runId}",
      id: "getRun",
      tag: "Runs",
      ids,
      summary: "Read a run",
      description: "With a key, or with the run's own publicAccessToken as bearer or `token`.",
      access: "run",
      query: RunStreamQuery.pick({ token: true }),
      answers: { 200: ok },
      async handle({ ctx, path }) {
        return { status: 200, body: { run: toRunJson(await getRun(ctx, path)) } };
      },
    }),
    route({
      method: "get",
      path: "/runs/{runId}/events",
      id: "streamRun",
      tag: "Runs",
      ids,
      summary: "A run's events, live",
      description:
        "Server-sent events of this run alone; the stream ends after `run.ended`. A reader who has seen the end gets 204, which stops an EventSource.",
      access: "run",
      query: RunStreamQuery,
      answers: {
        200: {
          description: "An event stream.",
          mediaType: "text/event-stream",
          schema: z.string(),
          example: streamExample,
        },
        204: { description: "The run has ended and its last event was seen." },
      },
      handle: ({ ctx, path, query, request, expiresAt }) =>
        streams.run(path.runId, { ctx, after: readAfter(request, query), request, expiresAt }),
    }),
    route({
      method: "post",
      path: "/runs/{runId}/cancel",
      id: "cancelRun",
      tag: "Runs",
      ids,
      summary: "Stop a run",
      description:
        "Idempotent. What was said so far stays as a message with status `cancelled`. Answered once the run has stopped, after 3 s at the latest.",
      access: "draft",
      answers: { 200: ok },
      outlivesTransaction: true,
      async handle({ ctx, path, request }) {
        const asked = await cancelRun(ctx, path);
        const waiting = AbortSignal.any([request.signal, AbortSignal.timeout(stopMs)]);
        return { status: 200, body: { run: toRunJson(await awaitEnd(ctx, parts.hub, asked, waiting)) } };
      },
    }),
  ];
}
