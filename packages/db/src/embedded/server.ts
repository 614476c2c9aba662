import { readFile, realpath } from "node:fs/promises";
import postgres, { type Sql } from "postgres";
import { clusterUser } from "./create-cluster.ts";
import { EmbeddedError } from "./failure.ts";
import type { ClusterPaths } from "./paths.ts";

/** The name under which every process of ours shows that it uses the server. */
export const presenceName = "longhand-presence";

/** The database of the product in an embedded cluster. */
const databaseName = "longhand";

/** The address of a database of the cluster. The password is base64url and needs no escaping. */
export function urlOf(port: number, password: string, database: string = databaseName): string {
  return `postgres://${clusterUser}:${password}@127.0.0.1:${port}/${database}`;
}

/** Read the cluster's password. @throws {EmbeddedError} `wrong_password` when the file is missing or empty. */
export async function readPassword(paths: ClusterPaths): Promise<string> {
  const text = await readFile(paths.password, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  const password = text.trim();
  if (password === "") throw wrongPassword(paths);
  return password;
}

/**
 * Connect to a port and find out whether our cluster answers there.
 *
 * @param onclose called when the connection of a server that proved to be ours ends.
 * @returns the connection, which shows our presence; undefined when nobody answers, or a server of another directory does.
 * @throws {EmbeddedError} `wrong_password` when a server there refuses our password.
 */
export async function greet(
  paths: ClusterPaths,
  port: number,
  password: string,
  onclose: () => void,
): Promise<Sql | undefined> {
  let recognised = false;
  const client = postgres(urlOf(port, password, "postgres"), {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    onnotice: () => {},
    onclose: () => {
      if (recognised) onclose();
    },
    connection: { application_name: presenceName },
  });
  try {
    const [row] = await client<{ data_directory: string }[]>`show data_directory`;
    recognised = row !== undefined && (await realpath(row.data_directory)) === (await realpath(paths.data));
    if (recognised) return client;
  } catch (error) {
    await client.end({ timeout: 0 });
    if (isCode(error, "28P01")) throw wrongPassword(paths, error);
    return undefined;
  }
  await client.end({ timeout: 0 });
  return undefined;
}

/** Create the product's database in a cluster that does not have it yet. */
export async function ensureDatabase(client: Sql): Promise<void> {
  const [found] = await client`select 1 from pg_database where datname = ${databaseName}`;
  if (found !== undefined) return;
  try {
    await client`create database ${client(databaseName)}`;
  } catch (error) {
    if (!isCode(error, "42P04") && !isCode(error, "23505")) throw error;
  }
}

/** How many other processes of ours use the server. */
export async function countOthers(client: Sql): Promise<number> {
  const [row] = await client<{ others: number }[]>`
    select count(*)::int as others from pg_stat_activity where application_name = ${presenceName} and pid <> pg_backend_pid()`;
  return row?.others ?? 0;
}

function wrongPassword(paths: ClusterPaths, cause?: unknown): EmbeddedError {
  return new EmbeddedError(
    "wrong_password",
    `The password in ${paths.password} is missing or is not the one of the cluster in ${paths.data}. Bring that file back from a backup; the two belong together.`,
    cause,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
