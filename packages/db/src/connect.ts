import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import * as schema from "./schema/index.ts";

/** The query builder over the whole schema. */
export type Db = PostgresJsDatabase<typeof schema>;

/** What the callback of `Db["transaction"]` receives: the same builder inside one transaction. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** How a process talks to one database; both clients connect at their first query. */
export interface Connection {
  readonly db: Db;
  /** Raw SQL, LISTEN and session locks: drizzle replaces the serializers of the client it is given, so this is another one. */
  readonly sql: Sql;
  /** Ends both clients; queries under way get 5 s, then their connections are cut. */
  close(): Promise<void>;
}

/** `max` is connections per client, so a process holds at most twice as many; `applicationName` shows in `pg_stat_activity`. */
export interface ConnectOptions {
  readonly max?: number;
  readonly applicationName?: string;
}

const closeTimeoutSeconds = 5;

/**
 * Open the clients of one database.
 *
 * Nothing is sent until the first query, so an unreachable server shows there:
 * as `CONNECT_TIMEOUT` after 10 s of silence, or as the refusal itself. A lost
 * connection is made again within a second of the server's return.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const settings = {
    max: options.max ?? 10,
    connect_timeout: 10,
    // The default waits up to 20 s between attempts; a restarted database has to be noticed within 5 s.
    backoff: (attempt: number) => Math.min(0.05 * 2 ** attempt, 1),
    onnotice: () => {},
    connection: { application_name: options.applicationName ?? "longhand" },
  };
  const forDrizzle = postgres(url, settings);
  const sql = postgres(url, settings);
  return {
    db: drizzle(forDrizzle, { schema, casing: "snake_case" }),
    sql,
    async close() {
      await Promise.all([forDrizzle.end({ timeout: closeTimeoutSeconds }), sql.end({ timeout: closeTimeoutSeconds })]);
    },
  };
}
