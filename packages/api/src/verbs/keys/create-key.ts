import { apiKeys } from "@longhand/db";
import { sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { CreatedKey, CreateKeyInput } from "./contract.ts";
import { createSecret, hashSecret, prefixOf } from "./key-secret.ts";
import { toKeyView } from "./list-keys.ts";

/** Make a key for the actor. Its secret is in the answer and nowhere else. `secret` is given only by an operator's environment. */
export async function createKey(
  ctx: Context,
  input: CreateKeyInput,
  secret: string = createSecret(),
): Promise<CreatedKey> {
  const [row] = await ctx.db
    .insert(apiKeys)
    .values({
      userId: ctx.actor.userId,
      name: input.name,
      prefix: prefixOf(secret),
      hash: hashSecret(secret),
      scopes: [...new Set(input.scopes)],
      ...(input.expiresInDays !== undefined && {
        expiresAt: sql`now() + make_interval(days => ${input.expiresInDays})`,
      }),
    })
    .returning();
  if (row === undefined) throw new Error("an insert answered no row");
  return { key: toKeyView(row), secret };
}
