import { skeletonVersions } from "@longhand/db";
import type { Skeleton } from "@longhand/template";
import { asc, desc, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";

type Row = typeof skeletonVersions.$inferSelect;

/** A stored skeleton version; null content is a cleared skeleton. */
export interface SkeletonRecord extends Omit<Row, "content"> {
  readonly content: Skeleton | null;
}

/** Every skeleton of a session, oldest first. The session is the caller's: ownership is checked before. */
export async function readSkeletons(ctx: Context, sessionId: string): Promise<readonly SkeletonRecord[]> {
  const rows = await ctx.db
    .select()
    .from(skeletonVersions)
    .where(eq(skeletonVersions.sessionId, sessionId))
    .orderBy(asc(skeletonVersions.frameworkVersion));
  return rows.map(toSkeletonRecord);
}

/** The newest skeleton of a session. */
export async function findSkeleton(ctx: Context, sessionId: string): Promise<SkeletonRecord | undefined> {
  const [row] = await ctx.db
    .select()
    .from(skeletonVersions)
    .where(eq(skeletonVersions.sessionId, sessionId))
    .orderBy(desc(skeletonVersions.frameworkVersion))
    .limit(1);
  return row && toSkeletonRecord(row);
}

/** Parse a row; it was written by `appendSkeleton`, so its shape is ours. */
export function toSkeletonRecord(row: Row): SkeletonRecord {
  const content: unknown = row.content;
  return { ...row, content: content as Skeleton | null };
}
