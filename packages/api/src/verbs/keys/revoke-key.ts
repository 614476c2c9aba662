import { apiKeys } from "@longhand/db";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { notFound } from "../../base/errors.ts";
import type { KeyRef } from "./contract.ts";

/**
 * End a key at once.
 *
 * @throws {AppError} `not_found` when it is absent, foreign or revoked already.
 */
export async function revokeKey(ctx: Context, input: KeyRef): Promise<void> {
  const rows = await ctx.db
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.id, input.keyId), eq(apiKeys.userId, ctx.actor.userId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  if (rows.length === 0) throw notFound("Key");
}
