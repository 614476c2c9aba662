import type { Json } from "@longhand/db";

/** A view as it is stored in a jsonb column. Instants become ISO text; undefined keys vanish. */
export function toStored(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}
