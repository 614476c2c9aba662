import { apiKeys, type Db } from "@longhand/db";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { scopes, type Actor, type Scope } from "../../base/actor.ts";
import { hashSecret, keyPattern } from "./key-secret.ts";

/** Who a key acts for, if it is live. One indexed read; its last use is written at most once a minute. */
export async function actorOfKey(db: Db, secret: string): Promise<Extract<Actor, { kind: "key" }> | undefined> {
  if (!keyPattern.test(secret)) return undefined;
  const [row] = await db
    .select({
      id: apiKeys.id,
      userId: apiKeys.userId,
      scopes: apiKeys.scopes,
      unmarked: sql<boolean>`${apiKeys.lastUsedAt} is null or ${apiKeys.lastUsedAt} < now() - interval '1 minute'`,
    })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.hash, hashSecret(secret)),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), sql`${apiKeys.expiresAt} > now()`),
      ),
    );
  if (row === undefined) return undefined;
  if (row.unmarked) await markUsed(db, row.id);
  return { kind: "key", userId: row.userId, keyId: row.id, scopes: row.scopes.filter(isScope) };
}

async function markUsed(db: Db, keyId: string): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(
      and(
        eq(apiKeys.id, keyId),
        sql`(${apiKeys.lastUsedAt} is null or ${apiKeys.lastUsedAt} < now() - interval '1 minute')`,
      ),
    );
}

/** Whether a stored word is a scope this build knows. */
export function isScope(word: string): word is Scope {
  return scopes.some((scope) => scope === word);
}
