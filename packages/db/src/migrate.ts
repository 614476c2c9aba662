import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Key of the session advisory lock that lets one migrator at a time into a database; any constant nobody else uses. */
const migrationLock = 7_304_118_225;

/**
 * Bring a database to the newest migration.
 *
 * Any number of processes may call it at once: each waits for an advisory lock,
 * and all but the first find nothing left to do. It uses one connection of its
 * own, because the lock belongs to a session.
 *
 * @param migrationsFolder the folder with `meta/_journal.json`; found by itself from source and beside a bundle.
 * @throws the database's error; migrations of the failed call are rolled back together.
 */
export async function migrate(url: string, migrationsFolder: string = findMigrations()): Promise<void> {
  const client = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "longhand-migrate" },
  });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await applyMigrations(drizzle(client), { migrationsFolder });
  } finally {
    // Ending the session gives the lock back, also when the connection is what failed.
    await client.end({ timeout: 5 });
  }
}

/**
 * The folder of committed migrations: beside the module in a bundle, one up in source.
 *
 * @throws when neither has a journal, naming both places.
 */
export function findMigrations(): string {
  const places = ["./migrations", "../migrations"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = places.find((place) => existsSync(`${place}/meta/_journal.json`));
  if (found === undefined) {
    throw new Error(`No migrations in ${places.join(" or ")}: build again, or pass the folder.`);
  }
  return found;
}
