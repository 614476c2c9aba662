const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A ULID: 48 bits of time and 80 bits of entropy, 26 characters, sortable by time.
 *
 * @param timeMs Milliseconds since the epoch.
 * @param entropy Ten bytes; the same time and bytes give the same id.
 */
export function ulid(
  timeMs: number = Date.now(),
  entropy: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): string {
  let value = BigInt(Math.max(0, Math.trunc(timeMs))) & 0xffff_ffff_ffffn;
  for (const byte of entropy.subarray(0, 10)) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let digit = 0; digit < 26; digit += 1) {
    text = (alphabet[Number(value & 31n)] ?? "0") + text;
    value >>= 5n;
  }
  return text;
}
