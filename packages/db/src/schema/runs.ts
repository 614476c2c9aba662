import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { users } from "./people.ts";
import { aiChatSessions, type Json } from "./sessions.ts";

/** One piece of durable work. At most one unsettled run per session, by the partial unique index. */
export const runs = pgTable(
  "runs",
  {
    id: id(),
    sessionId: uuid("session_id").references(() => aiChatSessions.id, { onDelete: "cascade" }),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    status: text("status").notNull().default("queued"),
    input: jsonb("input").$type<Json>().notNull(),
    baseRevision: integer("base_revision"),
    leaseEpoch: integer("lease_epoch").notNull().default(0),
    dispatch: integer("dispatch").notNull().default(1),
    engineRunId: text("engine_run_id"),
    heartbeatAt: instant("heartbeat_at"),
    attempts: integer("attempts").notNull().default(0),
    cancelRequestedAt: instant("cancel_requested_at"),
    startedAt: instant("started_at"),
    settledAt: instant("settled_at"),
    error: jsonb("error").$type<Json>(),
    progress: jsonb("progress").$type<Json>(),
    usage: jsonb("usage").$type<Json>(),
    idempotencyKey: text("idempotency_key"),
    retryOf: uuid("retry_of"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("runs_unsettled_key")
      .on(t.sessionId)
      .where(sql`${t.status} in ('queued','running')`),
    index("runs_session_id_created_at_idx").on(t.sessionId, t.createdAt),
    index("runs_campaign_id_idx").on(t.campaignId),
    index("runs_user_id_idx").on(t.userId),
    index("runs_heartbeat_at_idx")
      .on(t.heartbeatAt)
      .where(sql`${t.status} = 'running'`),
    index("runs_queued_idx")
      .on(t.createdAt)
      .where(sql`${t.status} = 'queued'`),
    check("runs_kind_check", sql`${t.kind} in ('chat','examples','messages','sequence')`),
    check("runs_status_check", sql`${t.status} in ('queued','running','succeeded','failed','cancelled')`),
    check(
      "runs_settled_check",
      sql`(${t.status} in ('succeeded','failed','cancelled')) = (${t.settledAt} is not null)`,
    ),
  ],
);

/** The next free number of a session's log, kept off the wide session row because every append moves it. */
export const sessionEventHeads = pgTable("session_event_heads", {
  sessionId: uuid("session_id")
    .primaryKey()
    .references(() => aiChatSessions.id, { onDelete: "cascade" }),
  nextSeq: bigint("next_seq", { mode: "number" }).notNull().default(1),
  floorSeq: bigint("floor_seq", { mode: "number" }).notNull().default(1),
});

export const sessionEvents = pgTable(
  "session_events",
  {
    sessionId: uuid("session_id")
      .notNull()
      .references(() => aiChatSessions.id, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }).notNull(),
    runId: uuid("run_id"),
    step: text("step"),
    attempt: integer("attempt"),
    kind: text("kind").notNull(),
    payload: jsonb("payload").$type<Json>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.seq] }),
    index("session_events_step_idx").on(t.sessionId, t.runId, t.step),
  ],
);

const runId = () =>
  uuid("run_id")
    .notNull()
    .references(() => runs.id, { onDelete: "cascade" });

/** A model call. `response` null means started with unknown outcome. */
export const llmCalls = pgTable(
  "llm_calls",
  {
    id: id(),
    runId: runId(),
    step: text("step").notNull(),
    requestHash: text("request_hash").notNull(),
    model: text("model").notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
    finishedAt: instant("finished_at"),
    response: jsonb("response").$type<Json>(),
    finishReason: text("finish_reason"),
  },
  (t) => [uniqueIndex("llm_calls_request_key").on(t.runId, t.step, t.requestHash)],
);

export const toolResults = pgTable(
  "tool_results",
  {
    id: id(),
    runId: runId(),
    step: text("step").notNull(),
    toolCallId: text("tool_call_id").notNull(),
    result: jsonb("result").$type<Json>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("tool_results_call_key").on(t.runId, t.step, t.toolCallId)],
);

/** What was spent. It outlives a deleted session, so run and session carry no reference. */
export const llmUsage = pgTable(
  "llm_usage",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id"),
    runId: uuid("run_id").notNull(),
    step: text("step").notNull(),
    attempt: integer("attempt").notNull(),
    provider: text("provider").notNull(),
    model: text("model").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    cachedReadTokens: integer("cached_read_tokens").notNull().default(0),
    cachedWriteTokens: integer("cached_write_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull(),
    reasoningTokens: integer("reasoning_tokens").notNull().default(0),
    priceVersion: text("price_version"),
    /** Millionths of a US dollar; null where the price is unknown. */
    usdMicros: bigint("usd_micros", { mode: "number" }),
    estimated: boolean("estimated").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    index("llm_usage_user_id_created_at_idx").on(t.userId, t.createdAt),
    index("llm_usage_run_id_idx").on(t.runId),
  ],
);
