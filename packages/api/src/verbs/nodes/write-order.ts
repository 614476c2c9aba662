import { sql } from "drizzle-orm";
import type { TxContext } from "../../base/transaction.ts";

/** A position no live node has, for a node that is about to be placed. */
export const unplaced = -1_000_000;

/**
 * Give the nodes positions 0, 1, 2 … in this order. The campaign must be locked, and the ids must be all its live nodes.
 *
 * The unique index on the position is checked row by row, so moved nodes pass through negative numbers first.
 */
export async function writeOrder(tx: TxContext, campaignId: string, ids: readonly string[]): Promise<void> {
  await tx.db.execute(sql`
    update campaign_sequence_nodes n set position = -1 - o.position
    from (select (e.ord - 1)::int as position, e.id::uuid as id
            from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as e(id, ord)) o
    where n.id = o.id and n.campaign_id = ${campaignId} and n.removed_at is null and n.position <> o.position`);
  await tx.db.execute(sql`
    update campaign_sequence_nodes set position = -1 - position
    where campaign_id = ${campaignId} and removed_at is null and position < 0`);
}
