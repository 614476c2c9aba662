import type { Lead } from "@longhand/template";
import { z } from "zod";
import type { ToolEffect } from "../ports.ts";
import { repairJson } from "../repair-json.ts";
import type { Json, TurnState } from "../state.ts";
import { toJson } from "../to-json.ts";
import type { ToolIssue } from "./schemas.ts";

/** What a tool may look at. */
export interface ToolContext {
  readonly state: TurnState;
  /** The campaign's leads, for gate and previews; their values reach no result. */
  readonly leads: () => Promise<readonly Lead[]>;
  /** True when an update in the same answer was refused: the turn cannot end on it. */
  readonly refusedBefore: boolean;
}

/** A tool as the loop sees it. */
export interface Tool {
  readonly name: string;
  /** For the model. */
  readonly description: string;
  /** For the person: what is happening, in a few words. */
  readonly label: string;
  /** An update changes the email: a refused one counts towards the stop rules. */
  readonly update: boolean;
  /** JSON schema shown to models. */
  readonly schema: object;
  /** Parses its input and says what to change; never throws for a domain problem. */
  readonly run: (input: Json, context: ToolContext) => Promise<ToolEffect>;
}

/** How a tool is written. */
export interface ToolDefinition<Input> {
  readonly name: string;
  readonly description: string;
  readonly label: string;
  readonly update: boolean;
  readonly input: z.ZodType<Input>;
  /** What models are shown instead of `input`, when it takes more than they should know of. */
  readonly shown?: z.ZodType;
  readonly execute: (input: Input, context: ToolContext) => Promise<ToolEffect> | ToolEffect;
}

/** Make a tool of its definition. */
export function defineTool<Input>({ input: schema, shown, execute, ...about }: ToolDefinition<Input>): Tool {
  return {
    ...about,
    schema: z.toJSONSchema(shown ?? schema, { io: "input" }),
    async run(input, context) {
      const parsed = parseLeniently(schema, input);
      return parsed.success ? execute(parsed.data, context) : refused(parsed.error.issues.map(toIssue));
    },
  };
}

/** A refusal as a tool's effect. */
export function refused(issues: readonly ToolIssue[], extra: { readonly candidate?: object } = {}): ToolEffect {
  return { kind: "none", result: toJson({ ok: false, issues, ...extra }) };
}

/** What changes nothing but has something to say. */
export function answered(result: object): ToolEffect {
  return { kind: "none", result: toJson({ ok: true, ...result }) };
}

/** Small models write one thing where a list is meant, lists as JSON in a string, and numbers as strings of digits: read those as meant. */
function parseLeniently<Input>(schema: z.ZodType<Input>, input: Json): z.ZodSafeParseResult<Input> {
  const first = schema.safeParse(input);
  if (first.success) return first;
  const repaired = structuredClone(input);
  for (const issue of first.error.issues)
    if (issue.code === "invalid_type") repairAt(repaired, issue.path, issue.expected);
  const second = schema.safeParse(repaired);
  return second.success ? second : first;
}

function repairAt(root: Json, path: readonly PropertyKey[], expected: string): void {
  let holder: Json | undefined = root;
  for (const key of path.slice(0, -1)) holder = childOf(holder, key);
  const key = path.at(-1);
  if (key === undefined || holder === null || typeof holder !== "object") return;
  const value = childOf(holder, key);
  const mended = value === undefined ? undefined : mend(value, expected);
  if (mended === undefined) return;
  if (Array.isArray(holder)) holder[Number(key)] = mended;
  else holder[String(key)] = mended;
}

function childOf(holder: Json | undefined, key: PropertyKey): Json | undefined {
  if (holder === null || typeof holder !== "object") return undefined;
  return Array.isArray(holder) ? holder[Number(key)] : holder[String(key)];
}

function mend(value: Json, expected: string): Json | undefined {
  const inner = typeof value === "string" && /^\s*[[{]/.test(value) ? repairJson(value) : undefined;
  if (inner !== undefined && (expected === "array" ? Array.isArray(inner) : expected === "object")) return inner;
  if (
    expected === "array" &&
    (typeof value === "string" || (value !== null && typeof value === "object" && !Array.isArray(value)))
  )
    return [value];
  if ((expected === "number" || expected === "int") && typeof value === "string" && /^-?\d+$/.test(value.trim()))
    return Number(value);
  return undefined;
}

function toIssue(issue: z.core.$ZodIssue): ToolIssue {
  return { code: "invalid_input", path: issue.path.map(String).join("."), got: issue.code, hint: issue.message };
}
