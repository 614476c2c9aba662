import type { Hub } from "../../base/hub.ts";
import type { StreamItem } from "./contract.ts";
import { followLog } from "./follow-log.ts";

/**
 * The events of one run after `after`, live, in batches; whoever calls has already checked the reader's right to the run.
 *
 * Ends after `run.ended`, after `deleted`, and at the signal. It yields nothing at
 * all when the reader has already seen the end (HTTP 204 at the door); when the log has dropped the run it yields `resync` and ends.
 */
export async function* tailRun(
  hub: Hub,
  input: { readonly runId: string; readonly sessionId: string; readonly after: number },
  signal: AbortSignal,
): AsyncGenerator<readonly StreamItem[]> {
  const end = await findEnd(hub, input.runId, input.sessionId);
  if (end === "forgotten") {
    yield [{ type: "resync" }];
    return;
  }
  if (end !== "open" && end <= input.after) return;
  for await (const batch of followLog(hub, input, signal)) {
    const items = batch.filter((item) => item.type !== "event" || item.event.runId === input.runId);
    const last = items.findIndex((item) => item.type === "event" && item.event.kind === "run.ended");
    const shown = last === -1 ? items : items.slice(0, last + 1);
    if (shown.length > 0) yield shown;
    if (last !== -1) return;
  }
}

/** The number of the run's last event; open while it has none; forgotten when the run is settled and the log no longer says so. */
async function findEnd(hub: Hub, runId: string, sessionId: string): Promise<number | "open" | "forgotten"> {
  const [row] = await hub.sql<{ settled: boolean; seq: string | null }[]>`
    select r.settled_at is not null as settled, e.seq
      from runs r
      left join session_events e on e.session_id = r.session_id and e.run_id = r.id and e.kind = 'run.ended'
     where r.id = ${runId} and r.session_id = ${sessionId}
     order by e.seq desc limit 1`;
  if (row === undefined) return "open";
  if (row.seq !== null) return Number(row.seq);
  return row.settled ? "forgotten" : "open";
}
