import { open, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLog, readLogFrom, rotateLog } from "./log-file.ts";

async function givenLog() {
  const folder = await mkdtemp(join(tmpdir(), "longhand log "));
  return {
    folder: join(folder, "logs"),
    path: join(folder, "logs", "postgres.log"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

test("a log past ten megabytes moves on while its writer keeps writing, and five files remain", async () => {
  await using given = await givenLog();
  await (await openLog(given.path)).close();
  const writer = await open(given.path, "a");
  for (let round = 1; round <= 6; round += 1) {
    await truncate(given.path, 10 * 1024 * 1024);
    await writer.write(`round ${round}\n`);
    await rotateLog(given.path);
    await writer.write(`after ${round}\n`);
    expect(await readFile(given.path, "utf8")).toBe(`after ${round}\n`);
  }
  await writer.close();
  expect((await readdir(given.folder)).toSorted()).toEqual([
    "postgres.log",
    "postgres.log.1",
    "postgres.log.2",
    "postgres.log.3",
    "postgres.log.4",
  ]);
  expect((await readFile(`${given.path}.4`, "utf8")).endsWith("round 3\n")).toBe(true);
});

test("only what was logged since a start is read for that start, and the file is its owner's alone", async () => {
  await using given = await givenLog();
  await (await openLog(given.path)).close();
  await writeFile(given.path, "old failure\n");
  const log = await openLog(given.path);
  const writer = await open(given.path, "a");
  await writer.write("new failure\n");
  expect(await readLogFrom(given.path, log.from)).toBe("new failure\n");
  expect((await stat(given.path)).mode & 0o777).toBe(0o600);
  await writer.close();
  await log.close();
});
