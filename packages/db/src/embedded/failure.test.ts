import { expect, test } from "vitest";
import { explainFailure } from "./failure.ts";

test.each([
  ["disk_full", 'FATAL:  could not write lock file "postmaster.pid": No space left on device'],
  [
    "port_in_use",
    'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
  ],
  ["still_running", 'FATAL:  lock file "postmaster.pid" already exists'],
  ["still_running", "FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use"],
  ["wrong_owner", 'FATAL:  data directory "/x" has wrong ownership'],
  ["no_permission", 'FATAL:  data directory "/x" has invalid permissions'],
  ["no_permission", "initdb: error: could not access directory: Permission denied"],
  ["corrupt", "LOG:  invalid checkpoint record\nPANIC:  could not locate a valid checkpoint record at 0/0"],
  ["failed", "something never seen before"],
])("%s is recognised in what Postgres says", (code, words) => {
  const error = explainFailure(words, "/somewhere");
  expect(error.code).toBe(code);
  expect(error.message).toContain(words.split("\n").at(-1));
});

test("twenty lines of the log accompany the remedy, the last ones", () => {
  const log = Array.from({ length: 30 }, (_, index) => `line ${index}`).join("\n");
  const told = explainFailure(log, "/somewhere").message.split("\n");
  expect(told.slice(1)).toHaveLength(20);
  expect(told.at(-1)).toBe("line 29");
});
