import { idempotencyKeys } from "@longhand/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "./context.ts";

/** Stands in place of a route; no request has it. */
const route = "once";

/**
 * Do a piece of an account's set-up once, however often it is asked for. Work that died before its end is done again,
 * so it must begin by clearing away what an earlier try may have left.
 *
 * @returns whether the work was done now.
 */
export async function once(ctx: Context, key: string, work: () => Promise<void>): Promise<boolean> {
  const { userId } = ctx.actor;
  const [done] = await ctx.db
    .select({ key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key), eq(idempotencyKeys.route, route)));
  if (done !== undefined) return false;
  await work();
  await ctx.db
    .insert(idempotencyKeys)
    .values({ userId, key, route, requestHash: "", status: 200, expiresAt: sql`'infinity'::timestamptz` })
    .onConflictDoNothing();
  return true;
}
