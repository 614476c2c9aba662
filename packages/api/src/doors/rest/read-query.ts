import { z } from "zod";
import type { Issue } from "../../base/errors.ts";
import { invalidInput } from "./parse-input.ts";
import { isStorable } from "./read-json.ts";

/** `limit` of a list: 1–200, 50 when absent. */
export const pageLimit = z
  .string()
  .refine(
    (text) => /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= 200,
    "must be a whole number from 1 to 200",
  )
  .transform(Number)
  .default(50)
  .meta({ description: "Entries a page.", override: { type: "integer", minimum: 1, maximum: 200, default: 50 } });

/** `cursor` of a list. */
export const pageCursor = z.string().max(400).optional().meta({ description: "The `next_cursor` of the page before." });

/**
 * The query of a URL, one text a name.
 *
 * @throws {AppError} `invalid_input` for a name given twice and for text that cannot be stored.
 */
export function readQuery(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(query, name)) issues.push({ path: `/${name}`, message: "is given more than once" });
    if (!isStorable(name) || !isStorable(value))
      issues.push({ path: `/${name}`, message: "contains a character that cannot be stored" });
    query[name] = value;
  }
  if (issues.length > 0) throw invalidInput(issues);
  return query;
}
