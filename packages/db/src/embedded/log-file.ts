import { chown, copyFile, mkdir, open, readFile, rename, stat, truncate } from "node:fs/promises";
import { dirname } from "node:path";

/** Five files of at most 10 MB in all, the newest without a number. */
const maxBytes = 10 * 1024 * 1024;
const olderFiles = 4;

/** Open the log for a server about to start; it writes there by itself, so it outlives us. */
export async function openLog(path: string): Promise<{ fd: number; from: number; close(): Promise<void> }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rotateLog(path);
  const handle = await open(path, "a", 0o600);
  await matchOwner(path);
  const { size } = await handle.stat();
  return { fd: handle.fd, from: size, close: () => handle.close() };
}

/** What was logged after `from` bytes. */
export async function readLogFrom(path: string, from: number): Promise<string> {
  const bytes = await readFile(path);
  return bytes.subarray(bytes.length < from ? 0 : from).toString("utf8");
}

/**
 * Move a log that has grown past 10 MB into the numbered files.
 *
 * The running server keeps its handle, so the file is copied and emptied, not
 * renamed; it appends, hence goes on at the new end. Lines written between the
 * two are lost, which a log of warnings can bear.
 */
export async function rotateLog(path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= maxBytes) return;
  for (let number = olderFiles - 1; number >= 1; number -= 1) {
    await rename(`${path}.${number}`, `${path}.${number + 1}`).catch(ignoreAbsent);
  }
  await copyFile(path, `${path}.1`);
  await truncate(path, 0);
}

/** Root writing into another user's folder must not lock that user out of it later. */
async function matchOwner(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const folder = dirname(path);
  const above = await stat(dirname(folder));
  for (const made of [folder, path]) await chown(made, above.uid, above.gid);
}

function ignoreAbsent(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
