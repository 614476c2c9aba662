import { apiKeys } from "@longhand/db";
import { eq, sql } from "drizzle-orm";
import { scopes } from "../../base/actor.ts";
import type { Context } from "../../base/context.ts";
import { hashSecret, prefixOf } from "./key-secret.ts";

/**
 * Make sure that the actor has exactly this key, live and with all scopes: how an operator gives a key by environment.
 * A key that was revoked or belonged to another account becomes the actor's.
 */
export async function ensureKey(ctx: Context, secret: string, name: string): Promise<void> {
  const live = { userId: ctx.actor.userId, scopes: [...scopes], revokedAt: null, expiresAt: null };
  await ctx.db
    .insert(apiKeys)
    .values({ ...live, name, prefix: prefixOf(secret), hash: hashSecret(secret) })
    .onConflictDoUpdate({
      target: apiKeys.hash,
      set: { ...live, updatedAt: sql`now()` },
      setWhere: sql`${apiKeys.revokedAt} is not null or ${eq(apiKeys.userId, live.userId)} is not true or ${apiKeys.expiresAt} is not null`,
    });
}
