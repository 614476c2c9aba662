import type { Actor } from "../../base/actor.ts";
import { requireScope } from "../../base/actor.ts";
import { AppError } from "../../base/errors.ts";
import { fromRunId } from "../../base/ids.ts";
import type { RestParts } from "./parts.ts";
import type { Route } from "./route.ts";

/** Who calls, whose quota it is, and until when. */
export interface Caller {
  readonly actor: Actor;
  readonly quotaOf: string;
  readonly expiresAt: Date | undefined;
}

/**
 * Who calls a route, when they may.
 *
 * @throws {AppError} `unauthorized`; `forbidden` naming the scope.
 */
export async function authenticate(
  parts: RestParts,
  route: Route,
  request: Request,
  path: Readonly<Record<string, string>>,
): Promise<Caller> {
  const bearer = /^bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (route.access === "run") {
    const token =
      new URL(request.url).searchParams.get("token") ?? (bearer?.startsWith("lh_") === false ? bearer : undefined);
    if (token !== undefined) return byToken(parts, token, path["runId"] ?? "");
  }
  const actor = bearer === undefined ? undefined : await parts.authenticate(bearer);
  if (actor === undefined) throw unauthorized();
  requireScope(actor, route.access === "run" ? "read" : route.access);
  return { actor, quotaOf: actor.kind === "key" ? actor.keyId : actor.userId, expiresAt: undefined };
}

/** A run's token acts for its owner, and reaches only routes that read that one run. */
async function byToken(parts: RestParts, token: string, path: string): Promise<Caller> {
  const runId = fromRunId(path);
  if (runId === undefined) throw unauthorized();
  const { userId, expiresAt } = await parts.runTokens.verify(token, runId);
  return { actor: { kind: "system", userId }, quotaOf: runId, expiresAt };
}

function unauthorized(): AppError {
  return new AppError("unauthorized", "A live API key is needed. Send it as Authorization: Bearer lh_….");
}
