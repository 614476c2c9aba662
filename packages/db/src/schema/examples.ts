import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { leads } from "./campaigns.ts";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { aiChatSessions, type Json } from "./sessions.ts";

/** One written email for one lead. It is stale when a newer skeleton or draft stands. */
export const examples = pgTable(
  "examples",
  {
    id: id(),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => aiChatSessions.id, { onDelete: "cascade" }),
    runId: uuid("run_id").notNull(),
    frameworkVersion: integer("framework_version").notNull(),
    /** The draft version the words rest on; 0 where the session had a skeleton and no draft. */
    draftNumber: integer("draft_number").notNull().default(0),
    leadId: uuid("lead_id").references(() => leads.id, { onDelete: "set null" }),
    /** The lead's id, or the SHA-256 of the normalised lead when it came without one. */
    leadKey: text("lead_key").notNull(),
    /** Place in the input, so that answers keep its order. */
    position: integer("position").notNull(),
    lead: jsonb("lead").$type<Json>().notNull(),
    status: text("status").notNull(),
    subject: text("subject"),
    body: text("body"),
    issues: jsonb("issues").$type<Json>().notNull().default([]),
    evidence: jsonb("evidence").$type<Json>().notNull().default([]),
    hiddenAt: instant("hidden_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("examples_lead_key_key")
      .on(t.sessionId, t.leadKey)
      .where(sql`${t.hiddenAt} is null`),
    index("examples_session_id_idx").on(t.sessionId, t.position),
    index("examples_lead_id_idx").on(t.leadId),
    check("examples_status_check", sql`${t.status} in ('written','failed')`),
  ],
);
