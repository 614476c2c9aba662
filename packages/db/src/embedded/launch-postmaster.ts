import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { EmbeddedError, explainFailure } from "./failure.ts";
import type { RunningServer } from "./find-running.ts";
import { openLog, readLogFrom } from "./log-file.ts";
import type { ClusterPaths } from "./paths.ts";
import { readClaim } from "./postmaster-pid.ts";
import { type Account, commandOf, quietEnvironment } from "./run.ts";
import { greet } from "./server.ts";

/** What a server is started with. */
export interface Launch {
  readonly paths: ClusterPaths;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly password: string;
  readonly fsync: boolean;
  readonly maxConnections: number;
  /** The port of a server that died, so that its clients find the next one; any free one otherwise. */
  readonly port?: number;
  readonly onclose: () => void;
}

/** Processes of a killed server were seen to linger for 1.5 to 3.7 s. */
const lingerMs = 10_000;
const portAttempts = 5;
const readyWithinMs = 300_000;

/**
 * Start the server and wait until it has proved to be ours.
 *
 * It gets a process group of its own, so Ctrl-C reaches us and not it, and
 * writes to its log file, so it lives on when we are killed.
 *
 * @throws {EmbeddedError} with the last 20 lines of the log.
 */
export async function launchPostmaster(launch: Launch): Promise<RunningServer> {
  const giveUpAt = Date.now() + lingerMs;
  let port = launch.port ?? (await findFreePort());
  for (let attempt = 1; ;) {
    try {
      return await launchOn(port, launch);
    } catch (error) {
      if (!(error instanceof EmbeddedError)) throw error;
      if (error.code === "port_in_use" && attempt < portAttempts) {
        attempt += 1;
        port = await findFreePort();
      } else if (error.code === "still_running" && Date.now() < giveUpAt) {
        await pause(100);
      } else {
        throw error;
      }
    }
  }
}

async function launchOn(port: number, launch: Launch): Promise<RunningServer> {
  const { paths } = launch;
  const log = await openLog(paths.log);
  try {
    const line = commandOf(launch.account, launch.binaries.postgres, [
      "-D",
      paths.data,
      "-p",
      String(port),
      ...settingsOf(launch),
    ]);
    const child = spawn(line.command, line.args, {
      ...launch.account.identity,
      ...(quietEnvironment && { env: quietEnvironment, cwd: "/" }),
      detached: true,
      windowsHide: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    child.unref();
    return await waitUntilReady(child, port, launch, () => readLogFrom(paths.log, log.from));
  } finally {
    await log.close();
  }
}

async function waitUntilReady(
  child: ChildProcess,
  port: number,
  launch: Launch,
  readLog: () => Promise<string>,
): Promise<RunningServer> {
  const { paths, password, onclose } = launch;
  const failure: { error?: unknown } = {};
  child.once("error", (error) => (failure.error = error));
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (failure.error !== undefined || child.exitCode !== null || child.signalCode !== null) {
      throw explainFailure(`${await readLog()}\n${String(failure.error ?? "")}`, paths.data, failure.error);
    }
    const claim = await readClaim(paths.data);
    if (claim?.pid === child.pid && claim?.status === "ready") {
      const client = await greet(paths, port, password, onclose);
      if (client !== undefined) return { client, port };
    }
    await pause(10);
  }
  child.kill("SIGINT");
  throw new EmbeddedError(
    "not_answering",
    `Postgres did not become ready within ${readyWithinMs / 60_000} minutes. See ${paths.log}, then start again.`,
  );
}

function settingsOf({ fsync, maxConnections }: Launch): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: String(maxConnections),
    shared_buffers: "64MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    log_checkpoints: "off",
    // Also without fsync a commit has left the process before it is answered: a killed server loses nothing, only a machine without power does.
    synchronous_commit: "on",
    ...(fsync ? { fsync: "on", full_page_writes: "on" } : { fsync: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
