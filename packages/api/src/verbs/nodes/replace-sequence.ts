import { campaignSequenceNodes } from "@longhand/db";
import { eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Context } from "../../base/context.ts";
import type { Issue } from "../../base/errors.ts";
import { inTransaction, type TxContext } from "../../base/transaction.ts";
import { advanceCampaign, lockCampaign, requireDraft } from "../campaigns/access.ts";
import type { NodeEntry, ReplaceSequenceInput, SequenceView } from "./contract.ts";
import { loadNodes } from "./load-nodes.ts";
import { delayIssues, endIssues, fillContent, misplacedFields, refuseIssues } from "./node-rules.ts";
import { requireNode } from "./require-node.ts";
import { toNodeView, type NodeRow } from "./to-node-view.ts";
import { unplaced, writeOrder } from "./write-order.ts";

/**
 * Replace the whole sequence by id, all or nothing: kept ids keep their sessions and what is not given of their
 * content, absent ids are removed, entries without id are new.
 *
 * @throws {AppError} `not_found` for the campaign or an id that is not its own; `revision_conflict`; `not_draft`;
 * `invalid_input` for an id given twice, another type than a kept node has, a field that does not apply, a delay out of
 * bounds, or a sequence that does not end in its one end node.
 */
export async function replaceSequence(ctx: Context, input: ReplaceSequenceInput): Promise<SequenceView> {
  const { campaignId, nodes: entries } = input;
  return inTransaction(ctx, async (tx) => {
    const campaign = await lockCampaign(tx, campaignId);
    const nodes = await loadNodes(tx, campaignId);
    const pairs = entries.map((entry) => ({
      entry,
      row: entry.id === undefined ? undefined : requireNode(nodes, entry.id),
    }));
    requireDraft(campaign, input.ifCampaignRevision);
    refuseIssues([
      ...pairs.flatMap(entryIssues),
      ...repeatedIds(entries),
      ...endIssues(
        entries.map((entry) => entry.type),
        "/nodes",
      ),
    ]);
    const kept = new Set(entries.map((entry) => entry.id));
    const gone = nodes.filter((node) => !kept.has(node.id)).map((node) => node.id);
    if (gone.length > 0) {
      await tx.db
        .update(campaignSequenceNodes)
        .set({ removedAt: sql`now()`, updatedAt: sql`now()` })
        .where(inArray(campaignSequenceNodes.id, gone));
    }
    const order: string[] = [];
    for (const [index, { entry, row }] of pairs.entries())
      order.push(await writeEntry(tx, campaignId, entry, row, index));
    await writeOrder(tx, campaignId, order);
    await advanceCampaign(tx, campaignId);
    return { sequenceNodes: (await loadNodes(tx, campaignId)).map(toNodeView) };
  });
}

function entryIssues({ entry, row }: { entry: NodeEntry; row: NodeRow | undefined }, index: number): Issue[] {
  const at = `/nodes/${index}`;
  const { id: _, type, ...content } = entry;
  return [
    ...(row === undefined || row.type === type
      ? []
      : [{ path: `${at}/type`, message: `is ${row.type} and cannot change; leave out the id to make a new node` }]),
    ...misplacedFields(type, content, at),
    ...delayIssues(type, fillContent(content, row), at),
  ];
}

function repeatedIds(entries: readonly NodeEntry[]): Issue[] {
  const ids = entries.map((entry) => entry.id);
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index ? [{ path: `/nodes/${index}/id`, message: "is given twice" }] : [],
  );
}

/** Write one entry and answer its id. A kept node whose content is as it was keeps its revision. */
async function writeEntry(
  tx: TxContext,
  campaignId: string,
  entry: NodeEntry,
  row: NodeRow | undefined,
  index: number,
): Promise<string> {
  const { id: _, type, ...content } = entry;
  if (row === undefined) {
    const id = v7();
    await tx.db
      .insert(campaignSequenceNodes)
      .values({ id, campaignId, type, position: unplaced - index, ...fillContent(content) });
    return id;
  }
  const changed = (Object.keys(content) as (keyof typeof content)[]).some(
    (key) => content[key] !== undefined && content[key] !== row[key],
  );
  if (changed) {
    await tx.db
      .update(campaignSequenceNodes)
      .set({ ...content, revision: sql`${campaignSequenceNodes.revision} + 1`, updatedAt: sql`now()` })
      .where(eq(campaignSequenceNodes.id, row.id));
  }
  return row.id;
}
