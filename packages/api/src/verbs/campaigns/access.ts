import { campaigns } from "@longhand/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { AppError, notFound } from "../../base/errors.ts";
import type { TxContext } from "../../base/transaction.ts";

/** What decides whether a campaign may be written to. */
export interface CampaignRow {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
}

/**
 * The campaign, if it is the actor's.
 *
 * @throws {AppError} `not_found`, the same for absent and foreign.
 */
export async function requireCampaign(ctx: Context, campaignId: string): Promise<CampaignRow> {
  const [row] = await ctx.db.select(columns).from(campaigns).where(owned(ctx, campaignId));
  if (row === undefined) throw notFound("Campaign");
  return row;
}

/**
 * The same, locked until the end of the transaction: writers of one campaign's sequence and leads go one by one.
 *
 * @throws {AppError} `not_found`.
 */
export async function lockCampaign(tx: TxContext, campaignId: string): Promise<CampaignRow> {
  const [row] = await tx.db.select(columns).from(campaigns).where(owned(tx, campaignId)).for("no key update");
  if (row === undefined) throw notFound("Campaign");
  return row;
}

/**
 * Refuse a write that did not see the campaign as it is, or that comes while the campaign runs. Call it after every
 * ownership check of the verb, so that an absent row is told before a stale one.
 *
 * @throws {AppError} `revision_conflict` with the current revision; `not_draft` naming the status.
 */
export function requireDraft(campaign: CampaignRow, ifRevision: number | undefined): void {
  if (ifRevision !== undefined && ifRevision !== campaign.revision) throw campaignConflict(campaign.revision);
  if (campaign.status !== "draft") {
    throw new AppError(
      "not_draft",
      `The campaign is ${campaign.status}. Its nodes and leads can be changed while it is in status draft.`,
    );
  }
}

/** Why a write that saw an older campaign is refused. */
export function campaignConflict(revision: number): AppError {
  return new AppError(
    "revision_conflict",
    "The campaign has changed since you read it. Read it again and repeat the change.",
    { revision },
  );
}

/** Count one change of a locked campaign's own fields or sequence. */
export async function advanceCampaign(tx: TxContext, campaignId: string): Promise<void> {
  await tx.db
    .update(campaigns)
    .set({ revision: sql`${campaigns.revision} + 1`, updatedAt: sql`now()` })
    .where(eq(campaigns.id, campaignId));
}

const columns = { id: campaigns.id, status: campaigns.status, revision: campaigns.revision };

function owned(ctx: Context, campaignId: string) {
  return and(eq(campaigns.id, campaignId), eq(campaigns.userId, ctx.actor.userId));
}
