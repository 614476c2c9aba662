// Builds programs when their sources have changed since they were last built.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, say } from "./boot.mjs";

const places = ["apps", "packages", "pnpm-lock.yaml", "package.json", "turbo.json", "tsconfig.base.json", "scripts"];
const skipped = new Set(["node_modules", "dist", "test", "e2e", "faults", ".turbo"]);

/** Bundles workspaces by name. Hashing the sources costs a few milliseconds, asking turbo about a second. */
export function build(tools, names) {
  const stamp = join(root, "node_modules", `.longhand-built-${names.length}`);
  const wanted = fingerprint();
  const there = ["apps/server/dist/main.mjs", "apps/web/dist/index.html"].every((path) => existsSync(join(root, path)));
  if (there && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("building");
  run(tools.pnpm, ["exec", "turbo", "run", "bundle", ...names.map((name) => `--filter=${name}`), "--output-logs=errors-only", "--no-update-notifier"], tools);
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const place of places) read(join(root, place), hash);
  return hash.digest("hex");
}

function read(path, hash) {
  if (!existsSync(path)) return;
  const entries = safeReaddir(path);
  if (entries === undefined) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
    return;
  }
  for (const entry of entries) if (!skipped.has(entry)) read(join(path, entry), hash);
}

function safeReaddir(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return undefined;
  }
}
