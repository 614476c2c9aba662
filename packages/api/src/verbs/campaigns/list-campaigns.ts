import { campaigns } from "@longhand/db";
import { sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { decodeCursor, encodeCursor } from "../../base/cursor.ts";
import type { CampaignPage, ListCampaignsInput } from "./contract.ts";
import { loadCampaigns } from "./load-campaigns.ts";

/**
 * The actor's campaigns, newest first.
 *
 * @throws {AppError} `invalid_input` for a bad cursor.
 */
export async function listCampaigns(ctx: Context, input: ListCampaignsInput): Promise<CampaignPage> {
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  const older =
    after && sql`(${campaigns.createdAt}, ${campaigns.id}) < (${after.instant}::timestamptz, ${after.id}::uuid)`;
  const loaded = await loadCampaigns(ctx, older, input.limit + 1);
  const page = loaded.slice(0, input.limit);
  const last = page.at(-1);
  return {
    campaigns: page.map((campaign) => campaign.view),
    nextCursor: loaded.length > page.length && last ? encodeCursor(last.instant, last.view.id) : null,
  };
}
