import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedError } from "./failure.ts";
import { quietEnvironment } from "./run.ts";

/** BSD's "lock while opening", which Node passes on and does not name. */
const O_EXLOCK = 0x20;

/** Told apart from every code by which `flock` says that it did not understand us. */
const exitWhenHeld = 75;

/**
 * Do something while holding a file's lock; the kernel lets go when this process dies, however it dies.
 *
 * It only spares a second start the work of the first and keeps a stop from
 * meeting a start: data is kept safe by Postgres's own interlocks, so where no
 * such lock exists (Windows, a Linux without `flock`) the caller goes on without.
 *
 * @throws {EmbeddedError} `not_answering` when another process holds it longer than `waitMs`.
 */
export async function withLock<T>(path: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const handle = process.platform === "darwin" ? await openExclusively(path, waitMs) : await open(path, "a", 0o600);
  try {
    if (process.platform === "linux" && !(await lockHandle(handle, waitMs))) throw heldByAnother(path, waitMs);
    return await work();
  } finally {
    await handle.close();
  }
}

/** Node has no flock, and the lock belongs to the open file, not to the process: a child that was lent our handle locks it for us. */
async function lockHandle(handle: FileHandle, waitMs: number): Promise<boolean> {
  const child = spawn("flock", ["-w", String(Math.ceil(waitMs / 1000)), "-E", String(exitWhenHeld), "3"], {
    stdio: ["ignore", "ignore", "ignore", handle.fd],
    ...(quietEnvironment && { env: quietEnvironment }),
  });
  try {
    const [exitCode] = await once(child, "exit");
    return exitCode !== exitWhenHeld;
  } catch {
    return true;
  }
}

async function openExclusively(path: string, waitMs: number): Promise<FileHandle> {
  const deadline = Date.now() + waitMs;
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK;
  for (;;) {
    try {
      return await open(path, flags, 0o600);
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw heldByAnother(path, waitMs);
    }
    await pause(25);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EAGAIN" || error.code === "EWOULDBLOCK");
}

function heldByAnother(path: string, waitMs: number): EmbeddedError {
  return new EmbeddedError(
    "not_answering",
    `Another process has been starting or stopping Postgres for ${waitMs / 1000} s and holds ${path}. End that process, then start again.`,
  );
}
