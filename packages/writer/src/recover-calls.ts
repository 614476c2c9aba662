import { z } from "zod";
import { repairJson } from "./repair-json.ts";
import type { Json } from "./state.ts";

const Written = z.object({
  name: z.string().optional(),
  tool: z.string().optional(),
  function: z.union([z.string(), z.object({ name: z.string(), arguments: z.json().optional() })]).optional(),
  arguments: z.json().optional(),
  parameters: z.json().optional(),
  input: z.json().optional(),
});

/** A call that was written as text. */
export interface RecoveredCall {
  readonly name: string;
  readonly input: Json;
}

/**
 * Calls that a small model wrote out as text because its server did not read them: one JSON object or a list of them,
 * bare, fenced or in `<tool_call>` tags. Empty unless all of it are calls of tools that exist.
 */
export function recoverCalls(text: string, tools: ReadonlySet<string>): RecoveredCall[] {
  const tagged = [...text.matchAll(/<(tool_call|function_call)>([^]*?)<\/\1>/g)].map((match) => match[2] ?? "");
  const sources = tagged.length > 0 ? tagged : /^\s*(?:```|[[{])/.test(text) ? [text] : [];
  const values = sources.flatMap((source) => {
    const value = repairJson(source);
    return Array.isArray(value) ? value : [value ?? null];
  });
  const calls = values.map((value) => toCall(value, tools));
  return calls.every((call) => call !== null) ? calls : [];
}

function toCall(value: Json, tools: ReadonlySet<string>): RecoveredCall | null {
  const parsed = Written.safeParse(value);
  if (!parsed.success) return null;
  const { name, tool, function: called, arguments: args, parameters, input } = parsed.data;
  const nested = typeof called === "object" ? called : undefined;
  const known = name ?? tool ?? nested?.name ?? (typeof called === "string" ? called : undefined);
  if (known === undefined || !tools.has(known)) return null;
  const given = args ?? parameters ?? input ?? nested?.arguments ?? {};
  return { name: known, input: typeof given === "string" ? (repairJson(given) ?? given) : given };
}
