import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { withLock } from "./lock.ts";

const supported = process.platform === "linux" || process.platform === "darwin";

async function givenLockFile() {
  const folder = await mkdtemp(join(tmpdir(), "longhand lock "));
  return { path: join(folder, "pg.lock"), [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test.runIf(supported)("who waits too long is told which file is held, and work that failed lets go", async () => {
  await using given = await givenLockFile();
  await withLock(given.path, 1_000, async () => {
    await expect(withLock(given.path, 1_000, async () => "never")).rejects.toMatchObject({
      code: "not_answering",
      message: expect.stringContaining(given.path),
    });
  });
  await expect(withLock(given.path, 1_000, () => Promise.reject(new Error("broken work")))).rejects.toThrow(
    "broken work",
  );
  expect(await withLock(given.path, 1_000, async () => "free")).toBe("free");
});

test.runIf(supported)("a killed holder lets go", async () => {
  await using given = await givenLockFile();
  const lock = fileURLToPath(new URL("lock.ts", import.meta.url));
  const program = `import { withLock } from ${JSON.stringify(lock)}; await withLock(process.argv[1], 1000, () => { console.log("held"); return new Promise(() => setInterval(() => {}, 1000)); });`;
  const holder = spawn(
    process.execPath,
    ["--experimental-strip-types", "--no-warnings", "--input-type=module", "-e", program, given.path],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await once(holder.stdout, "data");
  await expect(withLock(given.path, 1_000, async () => "never")).rejects.toMatchObject({ code: "not_answering" });
  holder.kill("SIGKILL");
  expect(await withLock(given.path, 10_000, async () => "mine")).toBe("mine");
});
