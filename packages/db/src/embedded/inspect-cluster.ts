import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isEmptyOrAbsent } from "./create-cluster.ts";
import { EmbeddedError } from "./failure.ts";
import type { ClusterPaths } from "./paths.ts";

/** The major version of the shipped programs; raised together with the package, after a dump. */
export const shippedMajor = "18";

/** Who owns the files of an existing cluster. */
export interface ClusterOwner {
  readonly uid: number;
  readonly gid: number;
}

/** Refuse a cluster that belongs to somebody else, before anything in it is read. @throws {EmbeddedError} `wrong_owner`. */
export async function refuseForeignCluster(paths: ClusterPaths, uid: number | undefined): Promise<void> {
  if (uid === undefined || uid === 0) return;
  const found = await stat(paths.home).catch(() => undefined);
  if (found === undefined || found.uid === uid) return;
  throw new EmbeddedError(
    "wrong_owner",
    `${paths.home} belongs to user ${found.uid} and this process is user ${uid}. Start as that user, run chown -R ${uid} ${paths.root} while no Postgres uses it, or choose another DATA_DIR.`,
  );
}

/**
 * Look at what is in the cluster's place.
 *
 * @returns its owner, or undefined when there is nothing yet.
 * @throws {EmbeddedError} `corrupt` when something is there that is not a whole cluster; `wrong_version` when another major wrote it.
 */
export async function inspectCluster(paths: ClusterPaths): Promise<ClusterOwner | undefined> {
  if (await isEmptyOrAbsent(paths.home)) return undefined;
  const major = await readFile(join(paths.data, "PG_VERSION"), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (major === undefined) {
    throw new EmbeddedError(
      "corrupt",
      `${paths.home} is not a whole Postgres cluster and was left as it is. Restore it from a backup, or move it aside to begin with an empty database.`,
    );
  }
  if (major.trim() !== shippedMajor) {
    throw new EmbeddedError(
      "wrong_version",
      `${paths.data} was written by Postgres ${major.trim()} and this release runs Postgres ${shippedMajor}. Dump it with the release that wrote it (pg_dump of Postgres ${major.trim()}), move the folder aside, start once, and load the dump.`,
    );
  }
  const { uid, gid } = await stat(paths.data);
  return { uid, gid };
}
