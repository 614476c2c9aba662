import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { ClusterPaths } from "./paths.ts";
import { readClaim, standingOf } from "./postmaster-pid.ts";
import { run } from "./run.ts";

const stopWithinMs = 10_000;

/**
 * Stop the server of our directory: fast, never by force.
 *
 * @returns whether it has ended; after 10 s without that it is left to itself, since a forced end would only move the work to the next start.
 */
export async function stopPostmaster(paths: ClusterPaths, binaries: Binaries): Promise<boolean> {
  const claim = await readClaim(paths.data);
  if (claim === undefined || (await standingOf(claim.pid, paths.data)) === "gone") return true;
  if (process.platform === "win32") {
    await run({ describes: "this user", prefix: [] }, binaries.pgCtl, ["stop", "-D", paths.data, "-m", "fast", "-W"]);
  } else {
    process.kill(claim.pid, "SIGINT");
  }
  const deadline = Date.now() + stopWithinMs;
  while (Date.now() < deadline) {
    const current = await readClaim(paths.data);
    if (
      current?.pid !== claim.pid &&
      (process.platform !== "linux" || (await standingOf(claim.pid, paths.data)) === "gone")
    )
      return true;
    await pause(10);
  }
  return false;
}
