import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { RunTokens } from "./context.ts";
import { AppError } from "./errors.ts";

/** A token lives this long; any authenticated read of the run gives a fresh one. */
const tokenSeconds = 3_600;

const Claims = z.object({
  sub: z.string(),
  sid: z.string().nullable(),
  run: z.string(),
  scope: z.literal("run:read"),
  exp: z.number(),
});

/** How tokens are signed. `now` is for tests. */
export interface RunTokenOptions {
  readonly secret: string;
  readonly now?: () => Date;
}

/**
 * Tokens that read one run and its events: HS256 JWTs `{ sub, sid, run, scope: "run:read", exp }`, good for one hour.
 * Every process that shares the secret accepts them.
 */
export function createRunTokens({ secret, now = () => new Date() }: RunTokenOptions): RunTokens {
  const key = new TextEncoder().encode(secret);
  return {
    issue(run) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      return new SignJWT({ sid: run.sessionId, run: run.id, scope: "run:read" })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(run.userId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + tokenSeconds)
        .sign(key);
    },
    async verify(token, runId) {
      const claims = Claims.safeParse(await payloadOf(token));
      if (!claims.success || claims.data.run !== runId)
        throw new AppError(
          "unauthorized",
          "This token does not open this run. Read the run with your key for a fresh one.",
        );
      return { userId: claims.data.sub, sessionId: claims.data.sid, expiresAt: new Date(claims.data.exp * 1000) };
    },
  };

  async function payloadOf(token: string): Promise<unknown> {
    try {
      return (await jwtVerify(token, key, { algorithms: ["HS256"], currentDate: now() })).payload;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
      throw error;
    }
  }
}
