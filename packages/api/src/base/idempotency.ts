import { idempotencyKeys, type Db, type Tx } from "@longhand/db";
import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "./errors.ts";

/** One keyed request: whose, which key, on which route, and a hash of what was asked. */
export interface KeyedRequest {
  readonly userId: string;
  readonly key: string;
  /** Method and path, ids included. */
  readonly route: string;
  readonly requestHash: string;
}

/** A first answer, kept byte for byte. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const StoredAnswer = z.object({ headers: z.record(z.string(), z.string()), body: z.string() });

/** Answers are kept this long. */
const keptHours = 24;

/**
 * A request that has not been answered after this long has lost its process, and a repeat takes its place. Longer than
 * the longest request, one turn answered synchronously in 60 s.
 */
const workingSeconds = 120;

/** How long a caller waits before asking again for an answer that is still being made. */
const retryRunningAfterMs = 1_000;

/**
 * Be the one request of this key, or learn what the first one answered.
 *
 * One statement decides: of any number of equal requests at once exactly one is told to work.
 *
 * @returns the kept answer, or undefined when the caller is to do the work and then `keepAnswer` or `releaseKey`.
 * @throws {AppError} `idempotency_conflict` for another request under the same key, and while the first is still running.
 */
export async function claimKey(db: Db | Tx, request: KeyedRequest): Promise<KeptAnswer | undefined> {
  const until = sql`now() + make_interval(secs => ${workingSeconds})`;
  const claimed = await db
    .insert(idempotencyKeys)
    .values({ ...request, expiresAt: until })
    .onConflictDoUpdate({
      target: [idempotencyKeys.userId, idempotencyKeys.key, idempotencyKeys.route],
      set: { requestHash: request.requestHash, status: null, response: null, expiresAt: until, createdAt: sql`now()` },
      setWhere: lt(idempotencyKeys.expiresAt, sql`now()`),
    })
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return undefined;
  const [first] = await db.select().from(idempotencyKeys).where(isRequest(request));
  if (first !== undefined && first.requestHash !== request.requestHash) {
    throw new AppError("idempotency_conflict", "This Idempotency-Key was used for another request. Use a fresh key.");
  }
  if (first === undefined || first.status === null) {
    throw new AppError(
      "idempotency_conflict",
      "The first request with this Idempotency-Key is still running. Ask again in a moment.",
      {
        retryAfterMs: retryRunningAfterMs,
      },
    );
  }
  return { status: first.status, ...StoredAnswer.parse(first.response) };
}

/** Keep the first answer for 24 hours. In the transaction of the work itself, so that neither exists without the other. */
export async function keepAnswer(db: Db | Tx, request: KeyedRequest, answer: KeptAnswer): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({
      status: answer.status,
      response: { headers: answer.headers, body: answer.body },
      expiresAt: sql`now() + make_interval(hours => ${keptHours})`,
    })
    .where(isRequest(request));
}

/** Forget a request that changed nothing and may be sent again under its key. */
export async function releaseKey(db: Db | Tx, request: KeyedRequest): Promise<void> {
  await db.delete(idempotencyKeys).where(isRequest(request));
}

/** Delete answers past their time. */
export async function sweepKeys(db: Db | Tx): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, sql`now()`));
}

function isRequest(request: KeyedRequest) {
  return and(
    eq(idempotencyKeys.userId, request.userId),
    eq(idempotencyKeys.key, request.key),
    eq(idempotencyKeys.route, request.route),
  );
}
