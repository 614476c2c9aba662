import { apiKeys } from "@longhand/db";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { isScope } from "./actor-of-key.ts";
import type { KeyView } from "./contract.ts";

/** The actor's keys that are not revoked, oldest first, without their secrets. */
export async function listKeys(ctx: Context): Promise<readonly KeyView[]> {
  const rows = await ctx.db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, ctx.actor.userId), isNull(apiKeys.revokedAt)))
    .orderBy(asc(apiKeys.createdAt), asc(apiKeys.id));
  return rows.map(toKeyView);
}

/** A stored key as its owner sees it. */
export function toKeyView(row: typeof apiKeys.$inferSelect): KeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes.filter(isScope),
    expiresAt: row.expiresAt,
    lastUsedAt: row.lastUsedAt,
    createdAt: row.createdAt,
  };
}
