import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { users } from "./people.ts";
import type { Json } from "./sessions.ts";

/** First answers of keyed requests, kept for 24 hours. Status null means still working. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    route: text("route").notNull(),
    requestHash: text("request_hash").notNull(),
    status: integer("status"),
    response: jsonb("response").$type<Json>(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.key, t.route] }),
    index("idempotency_keys_expires_at_idx").on(t.expiresAt),
  ],
);

export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    url: text("url").notNull(),
    secret: text("secret").notNull(),
    events: text("events").array().notNull(),
    disabledAt: instant("disabled_at"),
    consecutiveFailures: integer("consecutive_failures").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index("webhooks_user_id_idx").on(t.userId)],
);

/** Facts that must leave this database, written with the fact and deleted when delivered. */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    kind: text("kind").notNull(),
    targetId: uuid("target_id").notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    payload: jsonb("payload").$type<Json>().notNull(),
    availableAt: instant("available_at").notNull().defaultNow(),
    lockedUntil: instant("locked_until"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("outbox_dedupe_key_key").on(t.dedupeKey),
    index("outbox_available_at_idx").on(t.availableAt),
    check("outbox_kind_check", sql`${t.kind} in ('job','webhook')`),
  ],
);
