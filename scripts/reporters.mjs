import { join } from "node:path";

/** vitest's usual words, and beside them a JSON count of the run where LONGHAND_TEST_REPORT names a folder for it. */
export function reporters(name) {
  const folder = process.env.LONGHAND_TEST_REPORT;
  return folder ? ["--reporter=default", "--reporter=json", `--outputFile.json=${join(folder, `${name}.json`)}`] : [];
}
