import { rename, stat } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { EmbeddedError, startEmbedded } from "../embedded.ts";
import { clusterPaths } from "../embedded/paths.ts";

/** A server on which tests may create databases; `url` names one they leave alone. */
export interface TestCluster {
  readonly url: string;
  /** Gives it up; the last user of the machine's cluster stops it. */
  stop(): Promise<void>;
}

/** How a test run tells its workers which server it holds for them. */
const heldByRun = "LONGHAND_TEST_CLUSTER_URL";

/** Several packages' workers, each with two pools of four, and other checkouts beside them. */
const maxConnections = 200;

/**
 * Use a server for tests: the one of `TEST_DATABASE_URL` or `DATABASE_URL`, the
 * one this test run holds already, else the machine's own test cluster.
 *
 * That cluster lives in the temporary folder, one for each user, without fsync.
 * Whoever comes first starts it and whoever leaves last stops it, so any number
 * of packages, checkouts and workers share it and none is left running.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env["TEST_DATABASE_URL"] ?? process.env["DATABASE_URL"] ?? process.env[heldByRun];
  if (given !== undefined && given !== "") return { url: given, stop: async () => {} };
  const dataDir = join(tmpdir(), `longhand-test-pg-${userInfo().uid}`);
  await refuseStrangersFolder(dataDir);
  const start = () => startEmbedded({ dataDir, fsync: false, maxConnections });
  return start().catch(async (error: unknown) => {
    if (!(await setAside(dataDir, error))) throw error;
    return start();
  });
}

/** Hold the cluster for a whole test run; its workers then neither start nor stop anything. */
export async function holdForRun(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const before = process.env[heldByRun];
  process.env[heldByRun] = cluster.url;
  return async () => {
    if (before === undefined) delete process.env[heldByRun];
    await cluster.stop();
  };
}

async function refuseStrangersFolder(dataDir: string): Promise<void> {
  const found = await stat(dataDir).catch(() => undefined);
  if (found === undefined || process.getuid === undefined || found.uid === process.getuid()) return;
  throw new Error(`${dataDir} belongs to another user. Remove it, or set TMPDIR to a folder of your own.`);
}

/** Cleaners of the temporary folder take files out of an old cluster. Nothing in it matters, so it gets the name under which launchers remove remains. */
async function setAside(dataDir: string, error: unknown): Promise<boolean> {
  const spoilt = error instanceof EmbeddedError && ["corrupt", "wrong_version", "wrong_password"].includes(error.code);
  if (spoilt) await rename(clusterPaths(dataDir).home, join(dataDir, `pg.tmp-spoilt-${process.pid}`));
  return spoilt;
}
