import type { Json } from "@longhand/db";
import { runs } from "@longhand/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { AppError } from "../../base/errors.ts";
import type { TxContext } from "../../base/transaction.ts";
import { requireSession } from "../sessions/access.ts";

/** The run a session is asked to hold. */
export interface RunClaim {
  readonly sessionId: string;
  readonly kind: "chat" | "examples";
  readonly input: Json;
  readonly retryOf?: string;
}

/** How long a caller refused by a busy session waits before asking again. */
const retryBusyAfterMs = 3_000;

/**
 * Make the session hold a new queued run, which is one statement: of any number
 * of callers at once exactly one gets it.
 *
 * @returns the run's id, or undefined while another run holds the session.
 * @throws {AppError} `not_found` when the session is absent or foreign.
 */
export async function claimRun(tx: TxContext, claim: RunClaim): Promise<string | undefined> {
  const rows = await tx.db.execute<{ id: string }>(sql`
    insert into runs (id, session_id, campaign_id, user_id, kind, input, base_revision, retry_of)
    select ${uuidv7()}::uuid, s.id, s.campaign_id, s.user_id, ${claim.kind}, ${JSON.stringify(claim.input)}::jsonb, s.revision, ${claim.retryOf ?? null}::uuid
      from ai_chat_sessions s where s.id = ${claim.sessionId} and s.user_id = ${tx.actor.userId}
    on conflict (session_id) where status in ('queued','running') do nothing
    returning id`);
  const id = rows[0]?.id;
  if (id === undefined) await requireSession(tx, claim.sessionId);
  return id;
}

/**
 * The same, refusing while another run holds the session. A holder that settles
 * between the two looks is tried past once.
 *
 * @throws {AppError} `not_found`; `session_busy` with the holder's id.
 */
export async function claimRunOrRefuse(tx: TxContext, claim: RunClaim): Promise<string> {
  const id = await claimRun(tx, claim);
  if (id !== undefined) return id;
  const holder = await findHolder(tx, claim.sessionId);
  if (holder !== undefined) throw sessionBusy(holder);
  const again = await claimRun(tx, claim);
  if (again !== undefined) return again;
  throw sessionBusy(await findHolder(tx, claim.sessionId));
}

interface Holder {
  readonly id: string;
  readonly kind: string;
}

async function findHolder(tx: TxContext, sessionId: string): Promise<Holder | undefined> {
  const [holder] = await tx.db
    .select({ id: runs.id, kind: runs.kind })
    .from(runs)
    .where(and(eq(runs.sessionId, sessionId), inArray(runs.status, ["queued", "running"])));
  return holder;
}

function sessionBusy(holder: Holder | undefined): AppError {
  const task = holder?.kind === "examples" ? "generating_examples" : "chat_processing";
  return new AppError("session_busy", `Session is busy (${task})`, {
    retryAfterMs: retryBusyAfterMs,
    ...(holder && { runId: holder.id }),
  });
}
