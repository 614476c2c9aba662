import { initTRPC, TRPCError, type TRPCDefaultErrorShape } from "@trpc/server";
import { ZodError } from "zod";
import type { Actor } from "../../base/actor.ts";
import type { Context } from "../../base/context.ts";
import { AppError, situations, type AppErrorCode, type ErrorDetails } from "../../base/errors.ts";
import type { Hub } from "../../base/hub.ts";
import { toIssues } from "../../base/issues.ts";
import type { Person } from "../../base/people.ts";

/** What a tRPC request brings: the person of its cookie, and how to make a verb's context. */
export interface TrpcContext {
  readonly person: Person | undefined;
  readonly contextFor: (actor: Actor) => Context;
  readonly hub: Hub;
  /** Whether the one-click demo sign-in is offered: loopback only. */
  readonly demo: boolean;
  readonly model: ModelView;
  /** True when the request carries the header that only our own pages send. */
  readonly sameSite: boolean;
  /** Tells the log about a bug, once, with the request's id. */
  readonly report: (error: unknown) => void;
}

/** Which model answers, and why. */
export interface ModelView {
  readonly name: string;
  readonly offline: boolean;
  readonly reason: string;
}

/** The one error shape of every procedure, named so that declarations do not repeat it. */
export interface TrpcErrorShape extends TRPCDefaultErrorShape {
  readonly data: TRPCDefaultErrorShape["data"] & { readonly appCode: AppErrorCode; readonly details: ErrorDetails };
}

const t = initTRPC.context<TrpcContext>().create({
  errorFormatter({ shape, error }): TrpcErrorShape {
    const failure = toAppError(error);
    const { stack: _stack, ...data } = shape.data;
    return { ...shape, message: failure.message, data: { ...data, appCode: failure.code, details: failure.details } };
  },
  sse: { ping: { enabled: true, intervalMs: 3_000 }, client: { reconnectAfterInactivityMs: 15_000 } },
});

/** The caller's situation, whatever was thrown. A bug's own message stays here. */
export function toAppError(error: TRPCError): AppError {
  const { cause } = error;
  if (cause instanceof AppError) return cause;
  if (cause instanceof ZodError)
    return new AppError("invalid_input", "Some fields are not valid.", { issues: toIssues(cause) });
  switch (error.code) {
    case "NOT_FOUND":
      return new AppError("not_found", "There is no such procedure.");
    case "UNAUTHORIZED":
      return new AppError("unauthorized", "Sign in to go on.");
    case "BAD_REQUEST":
    case "PARSE_ERROR":
      return new AppError("invalid_input", "The request could not be read.");
    case "METHOD_NOT_SUPPORTED":
      return new AppError("method_not_allowed", "This procedure does not take that method.");
    case "PAYLOAD_TOO_LARGE":
      return new AppError("payload_too_large", "The request is too large. Send less.");
    default:
      return new AppError("internal", "Something went wrong on our side. Try again.");
  }
}

const translate = t.middleware(async ({ next, ctx, type }) => {
  if (type === "mutation" && !ctx.sameSite) {
    throw new TRPCError({
      code: "FORBIDDEN",
      cause: new AppError("forbidden", "Changes are accepted from Longhand's own pages only."),
    });
  }
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof AppError) {
    throw new TRPCError({ code: situations[cause.code].trpc, message: cause.message, cause });
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") ctx.report(cause ?? result.error);
  return result;
});

export const router = t.router;

/** For everybody, signed in or not. */
export const publicProcedure = t.procedure.use(translate);

/** For the person of the cookie; `ctx.verb` is what verbs take. */
export const procedure = publicProcedure.use(({ ctx, next }) => {
  if (ctx.person === undefined)
    throw new TRPCError({ code: "UNAUTHORIZED", cause: new AppError("unauthorized", "Sign in to go on.") });
  return next({ ctx: { person: ctx.person, verb: ctx.contextFor({ kind: "person", userId: ctx.person.id }) } });
});
