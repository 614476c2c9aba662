import { draftVersions } from "@longhand/db";
import type { BlockSpan, Claim, Evidence } from "@longhand/template";
import type { CheckReport } from "@longhand/template/checks";
import { asc, desc, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";

type Row = typeof draftVersions.$inferSelect;

/** A stored draft version with its documents parsed. */
export interface DraftRecord extends Omit<Row, "blockSpans" | "claims" | "report"> {
  readonly blockSpans: readonly BlockSpan[] | null;
  readonly claims: readonly Claim[];
  readonly evidence: readonly Evidence[];
  readonly report: CheckReport | null;
}

/** Every draft of a session, oldest first. The session is the caller's: ownership is checked before. */
export async function readDrafts(ctx: Context, sessionId: string): Promise<readonly DraftRecord[]> {
  const rows = await ctx.db
    .select()
    .from(draftVersions)
    .where(eq(draftVersions.sessionId, sessionId))
    .orderBy(asc(draftVersions.number));
  return rows.map(toDraftRecord);
}

/** The newest draft of a session. */
export async function findDraft(ctx: Context, sessionId: string): Promise<DraftRecord | undefined> {
  const [row] = await ctx.db
    .select()
    .from(draftVersions)
    .where(eq(draftVersions.sessionId, sessionId))
    .orderBy(desc(draftVersions.number))
    .limit(1);
  return row && toDraftRecord(row);
}

/** Parse a row's documents. They were written by `appendDraft`, so their shapes are ours. */
export function toDraftRecord(row: Row): DraftRecord {
  const { blockSpans, claims, report, ...rest } = row;
  const vouched = claims as { claims?: readonly Claim[]; evidence?: readonly Evidence[] } | null;
  return {
    ...rest,
    blockSpans: blockSpans as readonly BlockSpan[] | null,
    claims: vouched?.claims ?? [],
    evidence: vouched?.evidence ?? [],
    report: report as CheckReport | null,
  };
}
