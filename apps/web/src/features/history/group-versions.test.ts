import { expect, test } from "vitest";
import type { DraftVersion } from "../../lib/wire.ts";
import { groupVersions } from "./group-versions.ts";

function version(
  number: number,
  author: DraftVersion["author"],
  minute: number,
  restoredFrom: number | null = null,
): DraftVersion {
  return {
    version: number,
    author,
    createdAt: new Date(Date.UTC(2026, 8, 1, 8, minute)).toISOString(),
    runId: null,
    restoredFrom,
    frameworkVersion: 1,
    subject: "",
    body: "",
  };
}

function numbers(versions: readonly DraftVersion[]): number[][] {
  return groupVersions(versions).map((group) => group.map((item) => item.version));
}

test("a person's saves in close succession are one entry, newest first", () => {
  expect(
    numbers([version(1, "assistant", 0), version(2, "user", 1), version(3, "user", 3), version(4, "user", 20)]),
  ).toEqual([[4], [3, 2], [1]]);
});

test("an answer or a restore between saves keeps them apart", () => {
  expect(
    numbers([version(1, "user", 0), version(2, "assistant", 1), version(3, "user", 2), version(4, "user", 3, 1)]),
  ).toEqual([[4], [3], [2], [1]]);
});
