import {
  addNode,
  createCampaign,
  createSession,
  ensureKey,
  createKey,
  findPersonByEmail,
  generateExamples,
  getRun,
  importLeads,
  listCampaigns,
  once,
  removeCampaign,
  startTurn,
  type Context,
  type Db,
  type People,
  type Person,
} from "@longhand/api/server";
import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { demoEmail, demoTurns } from "./demo-words.ts";
import { demoLeads } from "./demo-leads.ts";

/** What the first start has to tell, once. */
export interface SeededDemo {
  readonly person: Person;
  /** The demo account's key; undefined when it was made at an earlier start. */
  readonly newKey: string | undefined;
}

/** The demo account's password: known to this installation alone, so that one click can sign in and nobody can guess it. */
export function demoPassword(secret: string): string {
  return createHmac("sha256", secret).update("demo account").digest("base64url");
}

/** Make sure the demo account exists, with the operator's key where one is given, and with its data at the first start. */
export async function seedDemo(deps: {
  readonly db: Db;
  readonly people: People;
  readonly secret: string;
  readonly apiKey: string | undefined;
  readonly contextOf: (userId: string) => Context;
}): Promise<SeededDemo> {
  const made = await deps.people.create({ name: "Sam Rivera", email: demoEmail, password: demoPassword(deps.secret) });
  const person = made ?? (await findPersonByEmail(deps.db, demoEmail));
  if (person === undefined) throw new Error("the demo account is neither new nor there");
  const ctx = deps.contextOf(person.id);
  if (deps.apiKey !== undefined) await ensureKey(ctx, deps.apiKey, "From the environment");
  if (made === undefined) {
    await deps.people.setPassword(person.id, demoPassword(deps.secret));
    return { person, newKey: undefined };
  }
  const created =
    deps.apiKey === undefined
      ? await createKey(ctx, { name: "First key", scopes: ["read", "draft", "campaigns", "admin"] })
      : undefined;
  return { person, newKey: created?.secret };
}

const campaignName = "Autumn CFO outreach";

/**
 * A campaign of three emails, 250 leads, and one session drafted by real turns, made once. No company knowledge: it
 * would be read by every other campaign that somebody tries out in this account.
 */
export async function seedDemoCampaign(ctx: Context): Promise<void> {
  await once(ctx, "demo campaign", async () => {
    const { campaigns } = await listCampaigns(ctx, { limit: 200 });
    const half = campaigns.find((campaign) => campaign.name === campaignName);
    if (half !== undefined) await removeCampaign(ctx, { campaignId: half.id });
    await makeCampaign(ctx);
  });
}

async function makeCampaign(ctx: Context): Promise<void> {
  const { campaign, sequenceNodes } = await createCampaign(ctx, {
    name: campaignName,
    sender: { firstName: "Sam", lastName: "Rivera", company: "Ledgerline", email: "sam@ledgerline.example" },
  });
  const first = sequenceNodes.find((node) => node.type === "email");
  if (first === undefined) throw new Error("a new campaign begins with an email node");
  const campaignId = campaign.id;
  for (const days of [3, 5]) {
    await addNode(ctx, { campaignId, type: "delay", delayDays: days });
    await addNode(ctx, { campaignId, type: "email" });
  }
  await importLeads(ctx, { campaignId, leads: demoLeads() });
  const session = await createSession(ctx, { campaignId, nodeId: first.id });
  for (const message of demoTurns) await settled(ctx, (await startTurn(ctx, { sessionId: session.id, message })).runId);
  await settled(ctx, (await generateExamples(ctx, { sessionId: session.id, isFirstBatch: true })).runId);
}

/** The seed waits for its own runs; each takes a second or two, and a minute means that something is wrong. */
async function settled(ctx: Context, runId: string): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const run = await getRun(ctx, { runId });
    if (run.status === "succeeded") return;
    if (run.status !== "queued" && run.status !== "running")
      throw new Error(`the demo's ${run.kind} run ended ${run.status}: ${run.error?.message ?? "no reason"}`);
    await wait(50);
  }
  throw new Error("the demo's run did not settle within a minute");
}
