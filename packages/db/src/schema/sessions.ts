import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns, campaignSequenceNodes } from "./campaigns.ts";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { users } from "./people.ts";

/** A stored JSON document whose shape is owned and parsed by the package that wrote it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const aiChatSessions = pgTable(
  "ai_chat_sessions",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    nodeId: uuid("node_id")
      .notNull()
      .references(() => campaignSequenceNodes.id),
    title: text("title"),
    /** What the chat has said so far about audience, product, pain, proof and ask (writer: Brief). */
    brief: jsonb("brief").$type<Json>(),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("ai_chat_sessions_node_id_key").on(t.nodeId),
    index("ai_chat_sessions_campaign_id_created_at_idx").on(t.campaignId, t.createdAt, t.id),
    index("ai_chat_sessions_user_id_idx").on(t.userId),
  ],
);

const sessionId = () =>
  uuid("session_id")
    .notNull()
    .references(() => aiChatSessions.id, { onDelete: "cascade" });

export const chatMessages = pgTable(
  "chat_messages",
  {
    id: id(),
    sessionId: sessionId(),
    ordinal: integer("ordinal").notNull(),
    role: text("role").notNull(),
    content: text("content").notNull(),
    runId: uuid("run_id"),
    state: text("state").notNull().default("complete"),
    /** For people's screens: question with options, versions made, what was used. */
    details: jsonb("details").$type<Json>(),
    retiredAt: instant("retired_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("chat_messages_session_id_ordinal_key").on(t.sessionId, t.ordinal),
    uniqueIndex("chat_messages_run_id_role_key")
      .on(t.runId, t.role)
      .where(sql`${t.runId} is not null`),
    check("chat_messages_role_check", sql`${t.role} in ('user','assistant')`),
    check("chat_messages_state_check", sql`${t.state} in ('complete','stopped')`),
  ],
);

/** Every skeleton a session has had. Rows are never updated. */
export const skeletonVersions = pgTable(
  "skeleton_versions",
  {
    id: id(),
    sessionId: sessionId(),
    frameworkVersion: integer("framework_version").notNull(),
    revision: integer("revision").notNull(),
    content: jsonb("content").$type<Json>(),
    author: text("author").notNull(),
    runId: uuid("run_id"),
    restoredFrom: integer("restored_from"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("skeleton_versions_framework_version_key").on(t.sessionId, t.frameworkVersion),
    uniqueIndex("skeleton_versions_revision_key").on(t.sessionId, t.revision),
    check("skeleton_versions_author_check", sql`${t.author} in ('person','ai','restore')`),
  ],
);

/** Every draft a session has had. Rows are never updated. */
export const draftVersions = pgTable(
  "draft_versions",
  {
    id: id(),
    sessionId: sessionId(),
    number: integer("number").notNull(),
    revision: integer("revision").notNull(),
    subject: text("subject"),
    body: text("body"),
    frameworkVersion: integer("framework_version"),
    /** Block ids with their ranges in the body, as the writer made them. */
    blockSpans: jsonb("block_spans").$type<Json>(),
    /** The writer's own notes on this text: sentences, phrases, slots, locks. */
    notes: jsonb("notes").$type<Json>(),
    claims: jsonb("claims").$type<Json>(),
    report: jsonb("report").$type<Json>(),
    author: text("author").notNull(),
    runId: uuid("run_id"),
    restoredFrom: integer("restored_from"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("draft_versions_number_key").on(t.sessionId, t.number),
    uniqueIndex("draft_versions_revision_key").on(t.sessionId, t.revision),
    check("draft_versions_author_check", sql`${t.author} in ('person','ai','restore')`),
  ],
);

/** What a run wanted to write when a person had edited meanwhile. */
export const proposals = pgTable(
  "proposals",
  {
    id: id(),
    sessionId: sessionId(),
    runId: uuid("run_id").notNull(),
    target: text("target").notNull(),
    baseRevision: integer("base_revision").notNull(),
    content: jsonb("content").$type<Json>().notNull(),
    hunks: jsonb("hunks").$type<Json>().notNull(),
    status: text("status").notNull().default("open"),
    decidedAt: instant("decided_at"),
    resultingRevision: integer("resulting_revision"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("proposals_open_key")
      .on(t.sessionId, t.target)
      .where(sql`${t.status} = 'open'`),
    index("proposals_session_id_idx").on(t.sessionId),
    check("proposals_target_check", sql`${t.target} in ('skeleton','draft')`),
    check("proposals_status_check", sql`${t.status} in ('open','accepted','partly_accepted','rejected','superseded')`),
  ],
);
