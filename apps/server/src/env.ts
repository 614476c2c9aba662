import { createModels } from "@longhand/api/server";
import { resolve } from "node:path";
import { z } from "zod";

/** Everything the environment decides, read once. */
export interface Env {
  readonly host: string;
  readonly port: number;
  /** True when only this machine can reach the server: then the demo sign-in is offered and a secret may be made up. */
  readonly loopback: boolean;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly apiKey: string | undefined;
  readonly secret: string | undefined;
  /** Where browsers find the server, when a proxy stands before it. */
  readonly origin: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly rateLimit: boolean;
  readonly logLevel: string;
  readonly models: {
    readonly anthropicApiKey: string | undefined;
    readonly openaiApiKey: string | undefined;
    readonly baseUrl: string | undefined;
    readonly baseUrlApiKey: string | undefined;
    readonly model: string | undefined;
    readonly chain: string | undefined;
    readonly offlinePaceMs: number;
  };
  readonly inngest: InngestTarget;
}

/** Which executor runs durable work. */
export type InngestTarget =
  | { readonly kind: "embedded" }
  | { readonly kind: "dev"; readonly url: string | undefined; readonly serveOrigin: string | undefined }
  | {
      readonly kind: "server";
      readonly baseUrl: string | undefined;
      readonly eventKey: string;
      readonly signingKey: string;
      readonly env: string | undefined;
      readonly serveOrigin: string | undefined;
    };

/** A start that cannot be: every problem with the accepted form, in one message. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const text = z.string().trim().min(1).optional();
const origin = z
  .url({ protocol: /^https?$/, message: "must be an http or https origin, for example https://longhand.example" })
  .transform((value) => new URL(value).origin);

const Variables = z.object({
  HOST: z.string().trim().min(1, "must be an address to listen on, for example 127.0.0.1").default("127.0.0.1"),
  PORT: z.coerce
    .number({ error: "must be a port from 0 to 65535" })
    .int()
    .min(0, "must be a port from 0 to 65535")
    .max(65_535, "must be a port from 0 to 65535")
    .default(3000),
  DATA_DIR: z.string().trim().min(1, "must be a directory").default(".longhand"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, message: "must be a URL such as postgres://user:password@host:5432/database" })
    .optional(),
  LONGHAND_API_KEY: z
    .string()
    .regex(
      /^lh_[A-Za-z0-9_-]{29,200}$/,
      "must begin with lh_ and have at least 32 characters of letters, digits, _ and -",
    )
    .optional(),
  LONGHAND_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  LONGHAND_ORIGIN: origin.optional(),
  LONGHAND_ALLOWED_ORIGINS: z
    .string()
    .transform((list) =>
      list
        .split(",")
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ""),
    )
    .pipe(z.array(origin))
    .default([]),
  LONGHAND_RATE_LIMIT: z.enum(["on", "off"], "must be on or off").default("on"),
  LONGHAND_LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "silent"], "must be fatal, error, warn, info, debug or silent")
    .default("info"),
  ANTHROPIC_API_KEY: text,
  OPENAI_API_KEY: text,
  LONGHAND_MODEL_BASE_URL: z.url({ protocol: /^https?$/, message: "must be an http or https URL" }).optional(),
  LONGHAND_MODEL_API_KEY: text,
  LONGHAND_MODEL: text,
  LONGHAND_MODEL_CHAIN: text,
  LONGHAND_OFFLINE_PACE_MS: z.coerce
    .number({ error: "must be milliseconds from 0 to 1000" })
    .int()
    .min(0, "must be milliseconds from 0 to 1000")
    .max(1_000, "must be milliseconds from 0 to 1000")
    .default(8),
  INNGEST_DEV: text,
  INNGEST_BASE_URL: z.url({ protocol: /^https?$/, message: "must be an http or https URL" }).optional(),
  INNGEST_EVENT_KEY: text,
  INNGEST_SIGNING_KEY: text,
  INNGEST_ENV: text,
  INNGEST_SERVE_ORIGIN: origin.optional(),
});

/** Names of every variable that is read; `.env.example` lists the same. */
export const variableNames: readonly string[] = Object.keys(Variables.shape);

/**
 * Read the environment.
 *
 * @throws {EnvError} listing every problem at once, each with its accepted form.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => variableNames.includes(name) && value !== ""),
  );
  const { error } = Variables.safeParse(given);
  const problems = (error?.issues ?? []).map((issue) => `${String(issue.path[0])} ${issue.message}`);
  // The rules between variables are judged with what is left, so that one wrong value hides no other.
  const wrong = new Set(error?.issues.map((issue) => issue.path[0]));
  const names = Variables.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
  const loopback = isLoopback(names.HOST);
  if (!loopback && given["LONGHAND_SECRET"] === undefined)
    problems.push("LONGHAND_SECRET must be set (at least 32 characters) when HOST is not a loopback address");
  const inngest = readInngest({ ...names, INNGEST_BASE_URL: given["INNGEST_BASE_URL"] }, problems);
  const models = readModels(names);
  if (!wrong.has("LONGHAND_MODEL_BASE_URL")) problems.push(...modelProblems(models));
  if (problems.length > 0)
    throw new EnvError(
      ["Longhand cannot start with these settings:", ...problems.map((problem) => `  - ${problem}`)].join("\n"),
    );
  return {
    host: names.HOST,
    port: names.PORT,
    loopback,
    dataDir: resolve(names.DATA_DIR),
    databaseUrl: names.DATABASE_URL,
    apiKey: names.LONGHAND_API_KEY,
    secret: names.LONGHAND_SECRET,
    origin: names.LONGHAND_ORIGIN,
    allowedOrigins: names.LONGHAND_ALLOWED_ORIGINS,
    rateLimit: names.LONGHAND_RATE_LIMIT === "on" || !loopback,
    logLevel: names.LONGHAND_LOG_LEVEL,
    models,
    inngest,
  };
}

function readModels(names: z.infer<typeof Variables>): Env["models"] {
  return {
    anthropicApiKey: names.ANTHROPIC_API_KEY,
    openaiApiKey: names.OPENAI_API_KEY,
    baseUrl: names.LONGHAND_MODEL_BASE_URL,
    baseUrlApiKey: names.LONGHAND_MODEL_API_KEY,
    model: names.LONGHAND_MODEL,
    chain: names.LONGHAND_MODEL_CHAIN,
    offlinePaceMs: names.LONGHAND_OFFLINE_PACE_MS,
  };
}

/** Only the registry knows which models there are. */
function modelProblems(models: Env["models"]): string[] {
  try {
    createModels(models);
    return [];
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split("\n");
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** INNGEST_DEV=0 counts as a server, so that nobody ends up embedded who asked not to be. */
function readInngest(names: z.infer<typeof Variables>, problems: string[]): InngestTarget {
  const {
    INNGEST_DEV: dev,
    INNGEST_BASE_URL: baseUrl,
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_SIGNING_KEY: signingKey,
  } = names;
  if (dev !== undefined && dev !== "0" && dev !== "false")
    return { kind: "dev", url: /^https?:/.test(dev) ? dev : baseUrl, serveOrigin: names.INNGEST_SERVE_ORIGIN };
  if (dev === undefined && baseUrl === undefined && eventKey === undefined && signingKey === undefined)
    return { kind: "embedded" };
  if (eventKey === undefined)
    problems.push("INNGEST_EVENT_KEY must be set to use an Inngest server (or set INNGEST_DEV=1 for its dev server)");
  if (signingKey === undefined)
    problems.push("INNGEST_SIGNING_KEY must be set to use an Inngest server (or set INNGEST_DEV=1 for its dev server)");
  return {
    kind: "server",
    baseUrl,
    eventKey: eventKey ?? "",
    signingKey: signingKey ?? "",
    env: names.INNGEST_ENV,
    serveOrigin: names.INNGEST_SERVE_ORIGIN,
  };
}
