import { sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { toStored } from "../../base/json.ts";
import { LeaseLost, whyLost, type Lease } from "../runs/lease.ts";
import type { SessionEventBody } from "./contract.ts";

/**
 * Append to a session's log under a run's lease: append, sign of life, fence and
 * cancel check in one statement. Its row lock on the head makes commit order
 * equal `seq` order.
 *
 * @throws {LeaseLost} when the lease is gone; nothing is written then.
 */
export async function appendEvents(
  ctx: Context,
  lease: Lease,
  step: string,
  events: readonly SessionEventBody[],
): Promise<void> {
  const rows = await ctx.db.execute(sql`
    with fence as (
      update runs set heartbeat_at = clock_timestamp()
       where id = ${lease.runId} and lease_epoch = ${lease.epoch} and status = 'running' and cancel_requested_at is null
      returning session_id
    ), head as (
      update session_event_heads h set next_seq = h.next_seq + ${events.length}
        from fence where h.session_id = fence.session_id
      returning h.session_id, h.next_seq - ${events.length} as first_seq
    )
    insert into session_events (session_id, seq, run_id, step, attempt, kind, payload)
    select head.session_id, head.first_seq + e.ord - 1, ${lease.runId}::uuid, ${step}, ${lease.epoch}, e.event->>'kind', e.event->'payload'
      from head, jsonb_array_elements(${toLogText(events)}::jsonb) with ordinality as e(event, ord)
    returning seq`);
  if (rows.length === 0) throw new LeaseLost(await whyLost(ctx, lease));
  ctx.wake.session(lease.sessionId);
}

/** JSON text that jsonb takes: models may emit U+0000 and halves of surrogate pairs, which it refuses. */
function toLogText(events: readonly SessionEventBody[]): string {
  return JSON.stringify(toStored(events), (_, value: unknown) =>
    typeof value === "string" ? toStorableText(value) : value,
  );
}

/** Text that Postgres can hold: without U+0000, with U+FFFD for half a surrogate pair. */
function toStorableText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}
