import type { FunctionConfig } from "./config.ts";
import { field, textField } from "./field.ts";
import type { Arrival } from "./store.ts";
import { toArrival, type EngineEvent } from "./triggers.ts";
import { ulid } from "./ulid.ts";

/**
 * Read what `inngest.send` posted: the events with the runs they trigger, in
 * the order sent; undefined when one has no name.
 *
 * The SDK repeats a failed post with the same seed, from which the ids are
 * made: what was stored before the answer got lost is then recognised. An
 * event dated later than its sending starts its runs that much later, measured
 * by the sender's clock alone.
 */
export function readEvents(
  body: unknown,
  seedHeader: string | null,
  functions: Iterable<FunctionConfig>,
): Arrival[] | undefined {
  const sent: unknown[] = Array.isArray(body) ? body : [body];
  if (sent.some((raw) => nameOf(raw) === "")) return undefined;
  const [seedTime = "", seedEntropy = ""] = (seedHeader ?? "").split(",");
  const sentAt = Number(seedTime) || Date.now();
  const entropy =
    seedEntropy === ""
      ? crypto.getRandomValues(new Uint8Array(10))
      : new Uint8Array(Buffer.from(seedEntropy, "base64"));
  const known = [...functions];

  return sent.map((raw, index) => {
    const id = ulid(sentAt, numbered(entropy, index));
    const given = textField(raw, "id")?.replaceAll("\0", "");
    const ts = field(raw, "ts");
    const at = typeof ts === "number" ? ts : sentAt;
    const event: EngineEvent = {
      ...(typeof raw === "object" ? raw : {}),
      id: given || id,
      name: nameOf(raw),
      data: field(raw, "data") ?? {},
      ts: at,
    };
    return toArrival(event, { dedupeId: given || id, id, delayMs: Math.max(0, at - sentAt) }, known);
  });
}

function nameOf(raw: unknown): string {
  return textField(raw, "name")?.replaceAll("\0", "") ?? "";
}

function numbered(entropy: Uint8Array, index: number): Uint8Array {
  const bytes = new Uint8Array(10);
  bytes.set(entropy.subarray(0, 10));
  const view = new DataView(bytes.buffer);
  view.setUint32(6, (view.getUint32(6) + index) >>> 0);
  return bytes;
}
