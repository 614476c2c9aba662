import { createHash } from "node:crypto";

/** SHA-256 of a value's JSON in hex: same value, same hash, in every process. */
export function requestHash(value: object | string): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
