import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, updatedAt } from "./columns.ts";
import { users } from "./people.ts";

export const uploads = pgTable(
  "uploads",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    filename: text("filename").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    content: bytea("content").notNull(),
    extractedText: text("extracted_text"),
    status: text("status").notNull().default("received"),
    error: text("error"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("uploads_user_id_sha256_key").on(t.userId, t.sha256),
    check("uploads_bytes_check", sql`${t.bytes} between 0 and 10485760`),
  ],
);

/** Company knowledge: one row per entry, grouped by kind (overview, product, proof …). */
export const contexts = pgTable(
  "contexts",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    title: text("title"),
    content: text("content").notNull(),
    position: integer("position").notNull().default(0),
    version: integer("version").notNull().default(1),
    sourceUploadId: uuid("source_upload_id").references(() => uploads.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("contexts_user_id_kind_idx").on(t.userId, t.kind),
    index("contexts_source_upload_id_idx").on(t.sourceUploadId),
  ],
);
