import { createHash } from "node:crypto";
import type { Db, Tx } from "@longhand/db";
import type { Context } from "../../base/context.ts";
import { situations, type AppError } from "../../base/errors.ts";
import {
  claimKey,
  keepAnswer,
  releaseKey,
  sweepKeys,
  type KeptAnswer,
  type KeyedRequest,
} from "../../base/idempotency.ts";
import { inTransaction } from "../../base/transaction.ts";
import { toAppError, toErrorAnswer } from "./on-error.ts";
import { invalidInput } from "./parse-input.ts";

/**
 * The keyed request behind an Idempotency-Key, or undefined without one.
 *
 * @throws {AppError} `invalid_input` for a key that is not 1–255 visible ASCII characters.
 */
export function readKey(request: Request, ctx: Context, body: unknown): KeyedRequest | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw invalidInput([{ path: "/idempotency-key", message: "must be 1 to 255 visible ASCII characters" }]);
  const route = `${request.method} ${new URL(request.url).pathname.toLowerCase()}`;
  return {
    userId: ctx.actor.userId,
    key,
    route,
    requestHash: createHash("sha256").update(canonical(body)).digest("hex"),
  };
}

/**
 * Do keyed work once. Work and kept answer commit together, so that a repeat after a crash either finds both or does
 * both. A refusal that stands is kept too; one that may pass by itself (busy, our own fault) is forgotten.
 *
 * @returns the answer, and whether it is the first one's.
 * @throws what the work throws; {AppError} `idempotency_conflict`.
 */
export async function answerOnce(
  ctx: Context,
  keyed: KeyedRequest,
  requestId: string,
  outlivesTransaction: boolean,
  work: (ctx: Context) => Promise<KeptAnswer>,
): Promise<{ readonly answer: KeptAnswer; readonly replayed: boolean }> {
  const kept = await claimKey(ctx.db, keyed);
  if (kept !== undefined) return { answer: kept, replayed: true };
  try {
    if (outlivesTransaction) {
      const answer = await work(ctx);
      await keepAnswer(ctx.db, keyed, answer);
      return { answer, replayed: false };
    }
    const answer = await inTransaction(ctx, async (tx) => {
      const made = await work(tx);
      await keepAnswer(tx.db, keyed, made);
      return made;
    });
    return { answer, replayed: false };
  } catch (error) {
    const failure = toAppError(error);
    // A key that cannot be released is taken over by a repeat once its time is up.
    if (stands(failure)) await keepAnswer(ctx.db, keyed, toErrorAnswer(failure, requestId)).catch(() => {});
    else await releaseKey(ctx.db, keyed).catch(() => {});
    throw error;
  }
}

function stands(failure: AppError): boolean {
  return situations[failure.code].http < 500 && failure.details.retryAfterMs === undefined;
}

/** Deletes kept answers past their time, when it is due. */
export type SweepKeys = (db: Db | Tx) => Promise<void>;

/** Old answers hurt nobody; ten minutes keep the table within a day and a bit. */
const sweepEveryMs = 600_000;

/** Sweep at the first keyed request of this process, and every ten minutes after. */
export function createSweep(now: () => number = Date.now): SweepKeys {
  let due = Number.NEGATIVE_INFINITY;
  return async (db) => {
    if (now() < due) return;
    due = now() + sweepEveryMs;
    await sweepKeys(db);
  };
}

/** JSON with sorted keys: two spellings of one request are the same request. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
