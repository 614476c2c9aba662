import { createHash, randomBytes } from "node:crypto";

/** What a key looks like: `lh_` and at least 29 letters, digits, `_` or `-`. */
export const keyPattern = /^lh_[A-Za-z0-9_-]{29,200}$/;

/** A new key of 240 random bits. */
export function createSecret(): string {
  return `lh_${randomBytes(30).toString("base64url")}`;
}

/** The only form in which a key is stored. A key is random, so one round of SHA-256 is as good as any slower hash. */
export function hashSecret(secret: string): Uint8Array {
  return createHash("sha256").update(secret).digest();
}

/** `lh_` and six characters: enough to recognise a key in a list, far too few to use it. */
export function prefixOf(secret: string): string {
  return secret.slice(0, 9);
}
