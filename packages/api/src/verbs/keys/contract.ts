import { z } from "zod";
import { scopes, type Scope } from "../../base/actor.ts";
import { Id } from "../../base/ids.ts";

export const CreateKeyInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .default([...scopes]),
  /** Days until it stops working; absent: never. */
  expiresInDays: z.int().min(1).max(3650).optional(),
});
export const KeyRef = z.strictObject({ keyId: Id });
export interface CreateKeyInput extends z.infer<typeof CreateKeyInput> {}
export interface KeyRef extends z.infer<typeof KeyRef> {}

export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly createdAt: Date;
}

/** A new key with its secret, which is shown this once. */
export interface CreatedKey {
  readonly key: KeyView;
  readonly secret: string;
}
