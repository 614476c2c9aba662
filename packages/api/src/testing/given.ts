import { aiChatSessions, campaigns, campaignSequenceNodes, leads, sessionEventHeads, users } from "@longhand/db";
import { testDatabase } from "@longhand/db/testing";
import { v7 } from "uuid";
import { afterAll } from "vitest";
import { z } from "zod";
import type { Context, RunTokens } from "../base/context.ts";
import { AppError } from "../base/errors.ts";
import { person } from "./actors.ts";

type TestDatabase = Awaited<ReturnType<typeof testDatabase>>;

/** A fresh account in this test file's own database. */
export interface AccountWorld {
  readonly ctx: Context;
  readonly userId: string;
  readonly database: TestDatabase;
}

/** An account with one draft campaign: [email, end]. */
export interface CampaignWorld extends AccountWorld {
  readonly campaignId: string;
  /** The email node. */
  readonly nodeId: string;
  readonly endNodeId: string;
}

/** A campaign whose email node has an empty session. */
export interface SessionWorld extends CampaignWorld {
  readonly sessionId: string;
}

export type LeadRow = typeof leads.$inferInsert;

let opened: Promise<TestDatabase> | undefined;

/** The database of this test file, cloned at first use and dropped when the file ends. */
export function givenDatabase(): Promise<TestDatabase> {
  opened ??= testDatabase();
  return opened;
}

afterAll(async () => {
  const database = await opened;
  opened = undefined;
  await database?.[Symbol.asyncDispose]();
});

export async function givenAccount(): Promise<AccountWorld> {
  const database = await givenDatabase();
  const userId = v7();
  await database.db.insert(users).values({ id: userId, name: "Ada Example", email: `${userId}@example.com` });
  const ctx: Context = {
    actor: person(userId),
    db: database.db,
    wake: { session() {}, outbox() {}, watchdog() {} },
    runTokens: plainRunTokens(),
    modelName: "offline",
  };
  return { ctx, userId, database };
}

/** A draft campaign of this account, or of a new one. */
export async function givenCampaign(
  account?: AccountWorld,
  values: Partial<typeof campaigns.$inferInsert> = {},
): Promise<CampaignWorld> {
  const world = account ?? (await givenAccount());
  const campaignId = v7();
  const nodeId = v7();
  const endNodeId = v7();
  const { db } = world.database;
  await db
    .insert(campaigns)
    .values({ id: campaignId, userId: world.userId, name: `Campaign ${campaignId}`, ...values });
  await db.insert(campaignSequenceNodes).values([
    { id: nodeId, campaignId, position: 0, type: "email" },
    { id: endNodeId, campaignId, position: 1, type: "end" },
  ]);
  return { ctx: world.ctx, userId: world.userId, database: world.database, campaignId, nodeId, endNodeId };
}

/** Leads of a campaign, three telling ones unless told: complete, without company, without first name. Answers their ids in order. */
export async function givenLeads(
  world: CampaignWorld,
  rows: readonly Omit<LeadRow, "campaignId">[] = threeLeads,
): Promise<string[]> {
  const written = rows.map((row) => ({ ...row, id: row.id ?? v7(), campaignId: world.campaignId }));
  await world.database.db.insert(leads).values(written);
  return written.map((row) => row.id);
}

const threeLeads: readonly Omit<LeadRow, "campaignId">[] = [
  {
    email: "mara@northwind.example",
    firstName: "Mara",
    lastName: "Lind",
    company: "Northwind",
    position: "Head of Operations",
    customFields: { team_size: 40 },
  },
  { email: "joel@example.com", firstName: "Joel", lastName: "Okafor", position: "Buyer" },
  { email: "office@acme.example", company: "Acme" },
];

/** An empty session on the campaign's email node; a world without one is made. */
export async function givenSession(campaign?: CampaignWorld): Promise<SessionWorld> {
  const world = campaign ?? (await givenCampaign());
  const sessionId = v7();
  const { db } = world.database;
  await db.insert(aiChatSessions).values({
    id: sessionId,
    userId: world.userId,
    campaignId: world.campaignId,
    nodeId: world.nodeId,
  });
  await db.insert(sessionEventHeads).values({ sessionId });
  return { ...world, sessionId };
}

const TokenBody = z.strictObject({
  run: z.string(),
  sessionId: z.string().nullable(),
  userId: z.string(),
  expiresAt: z.coerce.date(),
});

/** Run tokens that are readable and unsigned; verbs only pass them on. */
function plainRunTokens(): RunTokens {
  return {
    async issue(run) {
      const expiresAt = new Date(Date.now() + 3_600_000);
      return JSON.stringify({ run: run.id, sessionId: run.sessionId, userId: run.userId, expiresAt });
    },
    async verify(token, runId) {
      const body = TokenBody.safeParse(parseJson(token));
      if (!body.success || body.data.run !== runId)
        throw new AppError("unauthorized", "This token does not open the run.");
      return { userId: body.data.userId, sessionId: body.data.sessionId, expiresAt: body.data.expiresAt };
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
