import { readFile, readlink, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What `postmaster.pid` claims; it may be left over from a server that was killed. */
export interface PostmasterClaim {
  readonly pid: number;
  /** 0 while the server has not said yet where it listens. */
  readonly port: number;
  /** `starting`, `ready`, `stopping`, or empty. */
  readonly status: string;
}

/** Read the claim on a data directory; undefined when there is none. */
export async function readClaim(data: string): Promise<PostmasterClaim | undefined> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(whenAbsent);
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!(pid > 0)) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? "0", 10) || 0, status: (lines[7] ?? "").trim() };
}

/** Whether the process of a claim runs this directory: `gone` also when the number belongs to another program by now. */
export async function standingOf(pid: number, data: string): Promise<"running" | "gone" | "unknown"> {
  if (!isAlive(pid)) return "gone";
  if (process.platform !== "linux") return "unknown";
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  if (/\) [ZX] /.test(status)) return "gone";
  // A postmaster works inside its data directory from its first moment on.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (folder === undefined) return isAlive(pid) ? "unknown" : "gone";
  return folder === (await realpath(data)) ? "running" : "gone";
}

/**
 * Make Postgres take a claim for stale whose number now belongs to another program.
 *
 * Postgres itself would refuse to start until that program ends. It never
 * believes the number of its own parent, so ours is written in place of the
 * first line; the other lines stay, because from them Postgres finds out
 * whether processes of the dead server are still at work.
 */
export async function disownClaim(data: string, pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  const path = join(data, "postmaster.pid");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/^\d+/, String(process.pid)));
}

/** Whether a process of that number exists and may be signalled by us. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function whenAbsent(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
