import type { z } from "zod";
import { AppError, type Issue } from "../../base/errors.ts";
import { toIssues } from "../../base/issues.ts";

/** How one route reads its input. */
export interface InputRules {
  readonly query: z.ZodType;
  readonly body: z.ZodType;
  readonly aliases: Readonly<Record<string, string>>;
  readonly readOnly: readonly string[];
}

/**
 * Check what a caller sent.
 *
 * @throws {AppError} `field_read_only` naming each field that only the server writes; `invalid_input` naming each bad field.
 */
export function parseInput(
  rules: InputRules,
  raw: { readonly query: unknown; readonly body: unknown },
): { query: unknown; body: unknown } {
  refuseReadOnly(rules.readOnly, raw.body);
  const { renamed, spelled, doubled } = unalias(raw.body, rules.aliases);
  const query = rules.query.safeParse(raw.query, { error: sentenceOf });
  const body = rules.body.safeParse(renamed, { error: sentenceOf });
  const issues = [...toIssuesOf(query), ...doubled, ...toIssuesOf(body).map((issue) => respell(issue, spelled))];
  if (issues.length > 0 || !query.success || !body.success) throw invalidInput(issues);
  return { query: query.data, body: body.data };
}

/** The refusal of wrong fields; its sentence says the first. */
export function invalidInput(issues: readonly Issue[]): AppError {
  const [first] = issues;
  const where = first === undefined || first.path === "" ? "The request" : first.path.slice(1);
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return new AppError(
    "invalid_input",
    `${where} ${first?.message ?? "is not valid"}${more}. Correct it and send again.`,
    { issues },
  );
}

function toIssuesOf(result: z.ZodSafeParseResult<unknown>): Issue[] {
  return result.success ? [] : toIssues(result.error);
}

/** Plain words for what zod says in its own. */
function sentenceOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${withArticle(String(issue.expected))}`;
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? "must not be empty"
        : `must ${bound(String(issue.origin), "at least", Number(issue.minimum))}`;
    case "too_big":
      return `must ${bound(String(issue.origin), "at most", Number(issue.maximum))}`;
    case "invalid_value":
      return issue.input === undefined
        ? "is required"
        : `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "invalid_key":
      return issue.issues[0]?.message ?? "is not a possible name";
    case "invalid_union":
      return issue.input === undefined ? "is required" : "has the wrong type";
    default:
      return undefined;
  }
}

function withArticle(type: string): string {
  if (type === "int") return "a whole number";
  if (type === "null") return "null";
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

function bound(origin: string, side: string, limit: number): string {
  if (origin === "string") return `have ${side} ${limit} characters`;
  if (origin === "array") return `have ${side} ${limit} entries`;
  return `be ${side} ${limit}`;
}

function refuseReadOnly(pointers: readonly string[], body: unknown): void {
  const present = pointers.filter((pointer) => has(body, pointer.slice(1).split("/")));
  if (present.length === 0) return;
  const names = present.map((pointer) => pointer.slice(1).replaceAll("/", "."));
  const verb = names.length === 1 ? "is" : "are";
  throw new AppError(
    "field_read_only",
    `${names.join(", ")} ${verb} managed by the server. Leave ${names.length === 1 ? "it" : "them"} out.`,
  );
}

function has(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  return isRecord(value) && Object.hasOwn(value, key) && has(value[key], rest);
}

/** Give fields their first spelling. `spelled` remembers the caller's, so that an issue names the field as it was sent. */
function unalias(
  body: unknown,
  aliases: Readonly<Record<string, string>>,
): { renamed: unknown; spelled: Map<string, string>; doubled: Issue[] } {
  const spelled = new Map<string, string>();
  const doubled: Issue[] = [];
  if (!isRecord(body)) return { renamed: body, spelled, doubled };
  const renamed = { ...body };
  for (const [alias, name] of Object.entries(aliases)) {
    if (!Object.hasOwn(body, alias)) continue;
    if (Object.hasOwn(body, name))
      doubled.push({ path: `/${alias}`, message: `is another spelling of ${name}, which is given too` });
    delete renamed[alias];
    renamed[name] = body[alias];
    spelled.set(name, alias);
  }
  return { renamed, spelled, doubled };
}

function respell(issue: Issue, spelled: ReadonlyMap<string, string>): Issue {
  const [, first = "", ...rest] = issue.path.split("/");
  const alias = spelled.get(first);
  return alias === undefined ? issue : { ...issue, path: ["", alias, ...rest].join("/") };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
