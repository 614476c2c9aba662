import type { Sql } from "postgres";
import { postgresStore, type Store } from "../../src/index.ts";
import type { Arrival, Change, ClaimRequest, Delivery, NewRun } from "../../src/store.ts";
import { ulid } from "../../src/ulid.ts";
import { connect } from "../given-world.ts";

/** A store as one process has it, open, with a client of its own. */
export interface OpenStore extends AsyncDisposable {
  readonly store: Store;
  readonly sql: Sql;
  /** Claim what is due of one function. */
  claim(functionId: string, more?: Partial<ClaimRequest>): Promise<Delivery[]>;
}

export async function givenStore(url: string): Promise<OpenStore> {
  const sql = connect(url, 2);
  const store = postgresStore(sql);
  await store.open(() => undefined);
  return {
    store,
    sql,
    claim: (functionId, more = {}) => store.claim({ ...requestFor(functionId), ...more }),
    async [Symbol.asyncDispose]() {
      await store.close();
      await sql.end({ timeout: 1 });
    },
  };
}

/** What a process asks for that knows one function. */
export function requestFor(functionId: string): ClaimRequest {
  return { functionIds: [functionId], calls: 10, suspect: true, limits: new Map(), held: [] };
}

/** An event that starts one run of the function. */
export function arrivalOf(functionId: string, more: Partial<NewRun> = {}): Arrival {
  const id = ulid();
  const run = {
    id: ulid(),
    functionId,
    event: JSON.stringify({ id, name: "go", data: {} }),
    slotKeys: [],
    delayMs: 0,
    ...more,
  };
  return { dedupeId: id, id, name: "go", event: run.event, cancels: [], runs: [run] };
}

/** The change that completes a run. */
export const completion: Change = {
  store: [],
  pending: [],
  joined: [],
  reqVersion: 2,
  item: "done",
  enqueue: [],
  pauses: [],
  children: [],
  end: { status: "completed", output: "null", result: '{"data":null}', events: [] },
};
