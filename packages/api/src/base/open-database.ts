import { connect, type Connection } from "@longhand/db";
import { startEmbedded } from "@longhand/db/embedded";
import { migrate } from "@longhand/db/migrate";
import { join } from "node:path";

/** A migrated database in use, and how to leave it. */
export interface OpenDatabase extends Connection {
  readonly url: string;
  readonly embedded: boolean;
}

/**
 * Open the database of this installation: the one of the URL, or else a real Postgres of our own in the data directory.
 * It is brought to the newest migration before it is handed out.
 *
 * @param resolveFrom URL of the module that has the Postgres binaries as its dependency.
 * @throws {EmbeddedError} with cause and remedy; the database's own error for a URL.
 */
export async function openDatabase(options: {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly resolveFrom: string;
  readonly migrationsFolder?: string;
  readonly max?: number;
  readonly log: (line: string) => void;
}): Promise<OpenDatabase> {
  const embedded =
    options.databaseUrl === undefined
      ? await startEmbedded({
          dataDir: join(options.dataDir, "postgres"),
          resolveFrom: options.resolveFrom,
          log: options.log,
        })
      : undefined;
  const url = embedded?.url ?? options.databaseUrl ?? "";
  try {
    await migrate(url, options.migrationsFolder);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const connection = connect(url, options.max === undefined ? {} : { max: options.max });
  return {
    ...connection,
    url,
    embedded: embedded !== undefined,
    async close() {
      await connection.close();
      await embedded?.stop();
    },
  };
}
