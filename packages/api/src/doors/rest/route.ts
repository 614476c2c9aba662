import { z } from "zod";
import type { Scope } from "../../base/actor.ts";
import type { Context } from "../../base/context.ts";
import type { AppErrorCode } from "../../base/errors.ts";
import { parseInput } from "./parse-input.ts";

/** What an id in a path stands for; a malformed one answers like an absent one. */
export type Noun = "Session" | "Campaign" | "Node" | "Run";
export type PathIds = Readonly<Record<string, Noun>>;

/** A JSON answer. `headers` are beside those that every answer has. */
export interface JsonAnswer {
  readonly status: 200 | 201 | 202;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a handler is given: parsed, allowed, and owned by nobody yet. */
export interface RouteInput<P extends PathIds, Q, B> {
  readonly ctx: Context;
  readonly path: { readonly [name in keyof P]: string };
  readonly query: Q;
  readonly body: B;
  /** The revision the caller has seen, by If-Match. */
  readonly ifRevision: number | undefined;
  readonly request: Request;
  /** When the caller's token ends; keys have no such moment. */
  readonly expiresAt: Date | undefined;
}

/** One answer in the reference. */
export interface DocumentedAnswer {
  readonly description: string;
  /** Absent: an answer without a body. */
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One route: what it is for callers, and what it does. */
export interface RouteSpec<P extends PathIds, Q extends z.ZodType, B extends z.ZodType> {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Under /api, ids in braces. */
  readonly path: string;
  /** Operation id; permanent. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  /** A scope; run: a key with scope read, or the run's own token. */
  readonly access: Scope | "run";
  readonly ids?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly bodyExample?: unknown;
  /** Other accepted spellings of a body's top-level fields. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Pointers to fields that only the server writes. */
  readonly readOnly?: readonly string[];
  /** How a verb's field is called here, where that is not its snake_case. */
  readonly renames?: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<number, DocumentedAnswer>>;
  /** Refusals beyond those that every route of this shape has. */
  readonly errors?: readonly AppErrorCode[];
  /** Counts against the quota of run starts. */
  readonly startsRun?: boolean;
  /** The current ETag of what the route reads or changes; If-Match is compared with it. */
  readonly etag?: (ctx: Context, path: { readonly [name in keyof P]: string }) => Promise<string>;
  /** Whether answers carry the ETag: false for a part of something that has one. */
  readonly tagsAnswer?: boolean;
  /** A POST that takes If-Match too. */
  readonly takesIfMatch?: boolean;
  /** The work waits for other transactions, so a keyed request cannot be one transaction with it. */
  readonly outlivesTransaction?: boolean;
  handle(input: RouteInput<P, z.output<Q>, z.output<B>>): Promise<JsonAnswer | Response>;
}

/** What the app needs of any route, whatever its schemas. */
export interface Route extends Omit<RouteSpec<PathIds, z.ZodType, z.ZodType>, "handle" | "etag"> {
  readonly ids: PathIds;
  readonly etag?: (ctx: Context, path: Readonly<Record<string, string>>) => Promise<string>;
  /** Parse query and body. */
  parse(raw: { readonly query: unknown; readonly body: unknown }): Parsed;
}

/** A request whose fields are in order, waiting for its context. */
export interface Parsed {
  /** The body as it was understood, for the hash of a keyed request. */
  readonly body: unknown;
  run(rest: Omit<RouteInput<PathIds, unknown, unknown>, "query" | "body">): Promise<JsonAnswer | Response>;
}

const nothing = z.strictObject({});

/** Define a route. Its schemas type the handler, check requests and make the reference, so that none can differ. */
export function route<
  P extends PathIds = Record<never, never>,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = typeof nothing,
>(spec: RouteSpec<P, Q, B>): Route {
  const { handle, etag, ids, ...rest } = spec;
  const querySchema: z.ZodType = spec.query ?? nothing;
  const bodySchema: z.ZodType = spec.body ?? nothing;
  return {
    ...rest,
    ids: ids ?? {},
    ...(etag && { etag: (ctx, path) => etag(ctx, pickIds<P>(path)) }),
    parse(raw) {
      const { query, body } = parseInput(
        { query: querySchema, body: bodySchema, aliases: spec.aliases ?? {}, readOnly: spec.readOnly ?? [] },
        raw,
      );
      return {
        body,
        run: (input) =>
          handle({ ...input, path: pickIds<P>(input.path), query: query as z.output<Q>, body: body as z.output<B> }),
      };
    },
  };
}

function pickIds<P extends PathIds>(path: Readonly<Record<string, string>>): { readonly [name in keyof P]: string } {
  return path as { readonly [name in keyof P]: string };
}
