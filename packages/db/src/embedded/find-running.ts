import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import { EmbeddedError } from "./failure.ts";
import type { ClusterPaths } from "./paths.ts";
import { disownClaim, readClaim, standingOf } from "./postmaster-pid.ts";
import { greet } from "./server.ts";

/** A server that has proved to be ours; `client` is the connection that shows our presence on it. */
export interface RunningServer {
  readonly client: Sql;
  readonly port: number;
}

/** Replaying what a killed server had not checkpointed takes seconds; this long means that it hangs. */
const answerWithinMs = 120_000;

/**
 * Find the server that already runs our cluster.
 *
 * `postmaster.pid` is only a claim: the server counts when it accepts our
 * password and names our data directory. One that is starting or stopping is
 * waited for. A claim of a dead server is made harmless; no process is ever
 * signalled because of one.
 *
 * @throws {EmbeddedError} `wrong_password`; `not_answering` when the server of our directory stays silent for two minutes.
 */
export async function findRunning(
  paths: ClusterPaths,
  password: string,
  onclose: () => void,
): Promise<RunningServer | undefined> {
  const deadline = Date.now() + answerWithinMs;
  for (;;) {
    const claim = await readClaim(paths.data);
    if (claim === undefined) return undefined;
    const standing = await standingOf(claim.pid, paths.data);
    if (standing === "gone") {
      await disownClaim(paths.data, claim.pid);
      return undefined;
    }
    const client = claim.status === "ready" ? await greet(paths, claim.port, password, onclose) : undefined;
    if (client !== undefined) return { client, port: claim.port };
    if (standing === "unknown" && claim.status === "ready") return undefined;
    if (Date.now() > deadline) throw silent(paths, claim.pid);
    await pause(20);
  }
}

function silent(paths: ClusterPaths, pid: number): EmbeddedError {
  return new EmbeddedError(
    "not_answering",
    `Postgres process ${pid} runs ${paths.data} and has not answered for two minutes. See ${paths.log}, stop that process, then start again.`,
  );
}
