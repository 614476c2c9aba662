import { z } from "zod";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const nil = "00000000-0000-0000-0000-000000000000";
const max = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** A UUID of RFC 9562 (versions 1–8, nil, max), lower-cased. */
export const Id = z
  .string()
  .transform((text) => text.toLowerCase())
  .refine((text) => uuidPattern.test(text) || text === nil || text === max, "must be a UUID")
  .meta({ format: "uuid" });

/** `run_` and the 32 digits of the run's UUID: how run ids look to callers of the public API. */
export function toRunId(id: string): string {
  return `run_${id.replaceAll("-", "")}`;
}

/** The UUID of a public run id, or undefined when it is none. */
export function fromRunId(text: string): string | undefined {
  const hex = /^run_([0-9a-f]{32})$/.exec(text.toLowerCase())?.[1];
  if (hex === undefined) return undefined;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
