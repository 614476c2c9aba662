import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, updatedAt } from "./columns.ts";
import { users } from "./people.ts";

/** Who a campaign's emails come from; null where the owner has not said. */
export interface SenderRow {
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  email: string | null;
}

export const campaigns = pgTable(
  "campaigns",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text("type").notNull().default("email"),
    name: text("name").notNull(),
    status: text("status").notNull().default("draft"),
    signature: text("signature"),
    sender: jsonb("sender")
      .$type<SenderRow>()
      .notNull()
      .default({ first_name: null, last_name: null, company: null, email: null }),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("campaigns_user_id_name_key").on(t.userId, t.name),
    index("campaigns_user_id_created_at_idx").on(t.userId, t.createdAt),
    check("campaigns_type_check", sql`${t.type} in ('email')`),
    check("campaigns_status_check", sql`${t.status} in ('draft','active','paused','completed')`),
  ],
);

/** The emails and pauses of a campaign, in order. Removal is soft, so that a session outlives its node. */
export const campaignSequenceNodes = pgTable(
  "campaign_sequence_nodes",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    type: text("type").notNull(),
    subject: text("subject"),
    body: text("body"),
    purpose: text("purpose"),
    delayDays: integer("delay_days").notNull().default(0),
    delayHours: integer("delay_hours").notNull().default(0),
    delayMinutes: integer("delay_minutes").notNull().default(0),
    revision: integer("revision").notNull().default(1),
    removedAt: instant("removed_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("campaign_sequence_nodes_position_key")
      .on(t.campaignId, t.position)
      .where(sql`${t.removedAt} is null`),
    check("campaign_sequence_nodes_type_check", sql`${t.type} in ('email','ai','delay','end')`),
  ],
);

export const leads = pgTable(
  "leads",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    email: text("email"),
    linkedinUrl: text("linkedin_url"),
    /** The normalised URL: lower-case host and path without a trailing slash or query. */
    linkedinKey: text("linkedin_key"),
    firstName: text("first_name"),
    lastName: text("last_name"),
    company: text("company"),
    position: text("position"),
    headline: text("headline"),
    customFields: jsonb("custom_fields").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("leads_campaign_id_email_key")
      .on(t.campaignId, sql`lower(${t.email})`)
      .where(sql`${t.email} is not null`),
    uniqueIndex("leads_campaign_id_linkedin_key")
      .on(t.campaignId, t.linkedinKey)
      .where(sql`${t.linkedinKey} is not null`),
    index("leads_campaign_id_created_at_idx").on(t.campaignId, t.createdAt, t.id),
  ],
);
