import { parseCron } from "./cron.ts";
import { durationMs } from "./duration.ts";
import { parseExpression, type Expression } from "./expression.ts";
import { field, listField, textField } from "./field.ts";

/** One function as the executor runs it, read from the SDK's own sync answer. */
export interface FunctionConfig {
  readonly id: string;
  readonly triggers: readonly EventTrigger[];
  readonly crons: readonly string[];
  /** Attempts a step or a body gets in all. */
  readonly maxAttempts: number;
  readonly concurrency: readonly ConcurrencyLimit[];
  readonly onceKey?: Expression;
  readonly cancelOn: readonly CancelTrigger[];
  readonly startWithinMs?: number;
  readonly finishWithinMs?: number;
}

export interface EventTrigger {
  readonly event: string;
  readonly condition?: Expression;
}

export interface ConcurrencyLimit {
  readonly limit: number;
  /** Calls with the same name and key value share the limit. */
  readonly name: string;
  readonly key?: Expression;
}

export interface CancelTrigger {
  readonly event: string;
  readonly condition?: Expression;
  /** Only runs younger than this are cancelled. */
  readonly withinMs?: number;
}

/** Retries of a function that names none, as on an Inngest server. */
const defaultRetries = 4;
const supported = new Set(["id", "name", "triggers", "steps", "concurrency", "idempotency", "cancel", "timeouts"]);

/**
 * Read the functions out of an in-band sync answer.
 *
 * @throws {Error} listing every function and option that cannot be run here.
 */
export function readFunctions(syncAnswer: unknown): FunctionConfig[] {
  const problems: string[] = [];
  const functions = listField(syncAnswer, "functions").map((raw) => readFunction(raw, problems));
  if (problems.length > 0)
    throw new Error(
      `The embedded executor cannot run these functions:\n${problems.map((problem) => `- ${problem}`).join("\n")}`,
    );
  return functions;
}

function readFunction(raw: unknown, problems: string[]): FunctionConfig {
  const id = String(field(raw, "id"));
  const attempt = <T>(option: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push(`function ${id}, option ${option}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };

  for (const option of keysOf(raw)) {
    if (!supported.has(option) && field(raw, option) !== undefined)
      problems.push(`function ${id}, option ${option}: not supported`);
  }

  const triggers: EventTrigger[] = [];
  const crons: string[] = [];
  for (const trigger of listField(raw, "triggers")) {
    for (const option of keysOf(trigger)) {
      if (!["event", "expression", "cron"].includes(option))
        problems.push(`function ${id}, option triggers.${option}: not supported`);
    }
    const event = textField(trigger, "event");
    const cron = textField(trigger, "cron");
    if (event === "inngest/deferred.schedule") problems.push(`function ${id}, option defer: not supported`);
    if (cron !== undefined) attempt("cron", () => (parseCron(cron), crons.push(cron)));
    if (event !== undefined)
      attempt("triggers.if", () =>
        triggers.push({ event, ...optional("condition", expression(field(trigger, "expression"))) }),
      );
  }

  const retries = field(field(field(field(raw, "steps"), "step"), "retries"), "attempts");
  const timeouts = field(raw, "timeouts");
  return {
    id,
    triggers,
    crons,
    maxAttempts: (typeof retries === "number" ? retries : defaultRetries) + 1,
    concurrency: attempt("concurrency", () => readConcurrency(id, field(raw, "concurrency"))) ?? [],
    cancelOn: attempt("cancelOn", () => listField(raw, "cancel").map(readCancel)) ?? [],
    ...optional(
      "onceKey",
      attempt("idempotency", () => expression(field(raw, "idempotency"))),
    ),
    ...optional(
      "startWithinMs",
      attempt("timeouts.start", () => duration(field(timeouts, "start"))),
    ),
    ...optional(
      "finishWithinMs",
      attempt("timeouts.finish", () => duration(field(timeouts, "finish"))),
    ),
  };
}

function readConcurrency(functionId: string, raw: unknown): ConcurrencyLimit[] {
  if (raw === undefined || raw === null) return [];
  if (typeof raw === "number") return raw > 0 ? [{ limit: raw, name: `fn:${functionId}` }] : [];
  const entries = Array.isArray(raw) ? raw : [raw];
  if (entries.length > 2) throw new Error("at most two limits are supported");
  return entries.flatMap((entry) => {
    const limit = field(entry, "limit");
    const scope = field(entry, "scope") ?? "fn";
    const key = textField(entry, "key");
    if (typeof limit !== "number") throw new Error("a limit must be a number");
    if (limit <= 0) return [];
    const name = scope === "fn" ? `fn:${functionId}:${key ?? ""}` : `${String(scope)}:${key ?? ""}`;
    return [{ limit, name, ...optional("key", expression(key)) }];
  });
}

function readCancel(raw: unknown): CancelTrigger {
  return {
    event: String(field(raw, "event")),
    ...optional("condition", expression(field(raw, "if"))),
    ...optional("withinMs", duration(field(raw, "timeout"))),
  };
}

function expression(raw: unknown): Expression | undefined {
  return typeof raw === "string" && raw !== "" ? parseExpression(raw) : undefined;
}

function duration(raw: unknown): number | undefined {
  if (raw === undefined || raw === null || raw === "") return undefined;
  return durationMs(String(raw));
}

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
