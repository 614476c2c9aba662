import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { useDatabase } from "./use-database.ts";

const database = useDatabase();

test.each(["memory", "postgres"])("nothing of a stopped engine (%s) keeps its process alive", async (store) => {
  const script = fileURLToPath(new URL("stops.ts", import.meta.url));
  const url = store === "postgres" ? [database.url()] : [];
  const child = spawn(process.execPath, ["--experimental-strip-types", "--no-warnings", script, ...url], {
    stdio: "inherit",
  });
  expect(await once(child, "exit")).toEqual([0, null]);
});
