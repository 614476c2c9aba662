import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { giveTo } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { EmbeddedError, explainFailure } from "./failure.ts";
import { type ClusterPaths, homePaths } from "./paths.ts";
import { type Account, run } from "./run.ts";

/** The superuser, and the only user, of an embedded cluster. */
export const clusterUser = "longhand";

const temporary = "pg.tmp-";
const staleAfterMs = 60 * 60 * 1000;

/** Everything a new cluster is made from. */
export interface NewCluster {
  readonly paths: ClusterPaths;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly fsync: boolean;
}

/**
 * Create the cluster and its password, whole or not at all.
 *
 * Both are made in a folder beside the target, brought to disk and renamed, so
 * an interrupted start leaves no half cluster. An existing target wins the rename.
 *
 * @throws {EmbeddedError} `disk_full`, `no_permission`, `failed` with the last words of initdb.
 */
export async function createCluster({ paths, binaries, account, fsync }: NewCluster): Promise<void> {
  const attempt = homePaths(await mkdtemp(join(paths.root, temporary)));
  try {
    await writeFile(attempt.password, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    await giveTo(account, paths.root, [attempt.home, attempt.password]);
    await initialise(attempt, { paths, binaries, account, fsync });
    if (fsync) for (const path of [attempt.password, attempt.home]) await flush(path);
    await moveInto(paths.home, attempt.home);
    if (fsync) await flush(paths.root);
  } finally {
    await rm(attempt.home, { recursive: true, force: true });
  }
}

async function initialise(
  attempt: Pick<ClusterPaths, "data" | "password">,
  { paths, binaries, account, fsync }: NewCluster,
): Promise<void> {
  const { exitCode, output, missing } = await run(account, binaries.initdb, [
    `--pgdata=${attempt.data}`,
    `--username=${clusterUser}`,
    `--pwfile=${attempt.password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    // Sorted by code point like C, and yet lower() and ILIKE know letters beyond ASCII.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(fsync ? [] : ["--no-sync"]),
  ]);
  if (exitCode !== 0) throw explainFailure(`${output}${missing ?? ""}`, paths.root);
}

async function moveInto(home: string, attempt: string): Promise<void> {
  try {
    await rename(attempt, home);
  } catch (error) {
    if (await isEmptyOrAbsent(home)) throw error;
  }
}

/** Remove what starts interrupted over an hour ago left behind; it never held data. */
export async function removeStaleAttempts(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(temporary)) continue;
    const path = join(root, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > staleAfterMs) await rm(path, { recursive: true, force: true });
  }
}

/** Whether a cluster may be put there without anything of value being in the way. */
export async function isEmptyOrAbsent(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return true;
    throw error;
  }
}

async function flush(path: string): Promise<void> {
  // Windows can open no directory, and brings names to disk by itself.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Make `DATA_DIR` itself, for its owner alone.
 *
 * Folder by folder, because Node's recursive mkdir never returns for a place where nothing can be made, such as below /proc.
 *
 * @throws {EmbeddedError} `no_permission`; the file system's own error otherwise.
 */
export async function makeRoot(root: string): Promise<void> {
  const found = await stat(root).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (found !== undefined)
    throw new EmbeddedError(
      "no_permission",
      `${root} is a file and cannot hold the database. Choose another DATA_DIR.`,
    );
  const parent = dirname(root);
  if (parent !== root) await makeRoot(parent);
  try {
    await mkdir(root, { mode: 0o700 });
  } catch (error) {
    const made = await stat(root).catch(() => undefined);
    if (made === undefined)
      throw new EmbeddedError(
        "no_permission",
        `${root} cannot be made (${String(error)}). Make it by hand for this user, or choose another DATA_DIR.`,
        error,
      );
  }
}
