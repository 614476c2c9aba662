import { createLocalInngest, memoryStore, type LocalInngest } from "@longhand/inngest-local";
import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import type { Context, Wake } from "../base/context.ts";
import { createHub, type Hub } from "../base/hub.ts";
import { createRelay, type Relay } from "../base/outbox.ts";
import { createFunctions } from "../doors/jobs/index.ts";
import type { StreamItem } from "../verbs/events/contract.ts";
import { followLog } from "../verbs/events/follow-log.ts";
import type { SystemContext } from "../verbs/runs/system-context.ts";
import type { AccountWorld } from "./given.ts";
import { scriptedModel, type ScriptedModel } from "./scripted-model.ts";

/** Everything that does durable work, in this process, on a test file's database. */
export interface TestEngine extends AsyncDisposable {
  /** The world's context, wired to this engine's hub and relay. */
  readonly ctx: Context;
  readonly base: SystemContext;
  readonly hub: Hub;
  readonly relay: Relay;
  readonly local: LocalInngest;
  readonly inngest: Inngest.Any;
  readonly model: ScriptedModel;
  /** Every event of the session's log up to the end of this run, in order. */
  untilEnded(sessionId: string, runId: string): Promise<readonly Extract<StreamItem, { type: "event" }>["event"][]>;
}

/** How an engine differs from the ordinary one. */
export interface EngineOptions {
  /** Answers "All right." unless told. */
  readonly model?: ScriptedModel;
  /** False: jobs are ordered and stay in the outbox. */
  readonly relays?: boolean;
  /** Told of each failed step. */
  readonly onError?: () => void;
}

/** Failed steps are what many tests are about. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Start an engine for a world's account; dispose it before the file ends. */
export async function givenEngine(world: AccountWorld, options: EngineOptions = {}): Promise<TestEngine> {
  const model = options.model ?? scriptedModel(() => ({ text: "All right." }));
  const local = createLocalInngest({ store: memoryStore() });
  const inngest = new Inngest({
    id: "longhand-test",
    isDev: true,
    baseUrl: local.baseUrl,
    fetch: local.fetch,
    logger: silent,
  });
  const hub = createHub({ sql: world.database.sql });
  const relay = createRelay({ db: world.database.db, send: (events) => inngest.send([...events]) });
  const wake: Wake = { session: (sessionId) => hub.wake(sessionId), outbox: () => relay.wake(), watchdog() {} };
  const base: SystemContext = {
    db: world.database.db,
    wake,
    runTokens: world.ctx.runTokens,
    modelName: world.ctx.modelName,
  };
  await hub.start();
  await local.start(
    serve({
      client: inngest,
      functions: createFunctions({ inngest, base, hub, models: model.chain, onError: options.onError }),
    }),
  );
  if (options.relays !== false) relay.start();
  return {
    ctx: { ...world.ctx, wake },
    base,
    hub,
    relay,
    local,
    inngest,
    model,
    async untilEnded(sessionId, runId) {
      const events: Extract<StreamItem, { type: "event" }>["event"][] = [];
      for await (const batch of followLog(hub, { sessionId, after: 0 }, AbortSignal.timeout(25_000))) {
        for (const item of batch) {
          if (item.type !== "event") return events;
          events.push(item.event);
          if (item.event.kind === "run.ended" && item.event.runId === runId) return events;
        }
      }
      throw new Error(`the run did not end; it said ${events.map((event) => event.kind).join(", ")}`);
    },
    async [Symbol.asyncDispose]() {
      await relay.stop();
      await local.stop();
      await hub.stop();
    },
  };
}
