import { outbox, type Db } from "@longhand/db";
import { eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";

/** A job event as the executor receives it. A repeated `id` is dropped there. */
export interface JobEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Moves ordered jobs out of the database. */
export interface Relay {
  /** Look now: the outbox has a row. */
  wake(): void;
  start(): void;
  /** Begin no further delivery and wait for the one under way. */
  stop(): Promise<void>;
}

export interface RelayOptions {
  readonly db: Db;
  readonly send: (events: JobEvent[]) => Promise<unknown>;
  readonly onError?: (error: unknown) => void;
}

/** Without a wake-up the outbox is looked at this often; a row of a dead process waits no longer. */
const lookEveryMs = 1_000;
/** Rows sent together. */
const batchSize = 50;
/** A row claimed by a process that died is free again after this. */
const claimSeconds = 30;
/** Longest pause between two tries of one row. */
const longestDelaySeconds = 60;

const Payload = z.object({ name: z.string(), data: z.record(z.string(), z.unknown()) });

/**
 * Send ordered jobs at least once and delete them when they are accepted. Any
 * number of processes may relay: a row is claimed by one at a time, and no
 * transaction is open while a job is sent.
 */
export function createRelay({ db, send, onError = () => {} }: RelayOptions): Relay {
  let running = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  return {
    wake() {
      again = true;
      if (running) work();
    },
    start() {
      running = true;
      work();
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await working;
    },
  };

  function work(): void {
    if (working !== undefined) return;
    clearTimeout(timer);
    working = drain()
      .catch(onError)
      .then(() => {
        working = undefined;
        if (!running) return;
        if (again) work();
        else timer = setTimeout(work, lookEveryMs).unref();
      });
  }

  async function drain(): Promise<void> {
    do {
      again = false;
      while (running && (await deliver()) === batchSize);
    } while (again && running);
  }

  async function deliver(): Promise<number> {
    const rows = await db
      .update(outbox)
      .set({ lockedUntil: sql`now() + make_interval(secs => ${claimSeconds})`, attempts: sql`${outbox.attempts} + 1` })
      .where(
        // An array is computed once; a subquery with a limit might be evaluated again for each row.
        sql`${outbox.id} = any(array(
          select id from outbox where kind = 'job' and available_at <= now() and (locked_until is null or locked_until < now())
           order by available_at, id limit ${batchSize} for update skip locked))`,
      )
      .returning();
    if (rows.length === 0) return 0;
    try {
      await send(rows.map((row) => ({ id: row.dedupeKey, ...Payload.parse(row.payload) })));
    } catch (error) {
      onError(error);
      await putBack(rows, error);
      return 0;
    }
    await db.delete(outbox).where(
      inArray(
        outbox.id,
        rows.map((row) => row.id),
      ),
    );
    return rows.length;
  }

  async function putBack(rows: readonly (typeof outbox.$inferSelect)[], error: unknown): Promise<void> {
    for (const row of rows) {
      const delay = Math.min(2 ** row.attempts / 2, longestDelaySeconds);
      await db
        .update(outbox)
        .set({
          lockedUntil: null,
          availableAt: sql`now() + make_interval(secs => ${delay})`,
          lastError: String(error).slice(0, 500),
        })
        .where(eq(outbox.id, row.id));
    }
  }
}
