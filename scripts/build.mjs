// Builds programs when their sources have changed since they were last built.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, say } from "./boot.mjs";

const places = ["apps", "packages", "pnpm-lock.yaml", "package.json", "turbo.json", "tsconfig.base.json", "scripts"];
const skipped = new Set(["node_modules", "dist", "test", "e2e", "faults", ".turbo"]);

/** What shows that an app has been built. */
const products = {
  "@longhand/server": "apps/server/dist/main.mjs",
  "@longhand/web": "apps/web/dist/index.html",
  "@longhand/cli": "apps/cli/dist/main.mjs",
};

/**
 * Bundles those of the named apps whose sources have changed since.
 *
 * Hashing the sources costs a few milliseconds, asking turbo about a second.
 */
export function build(tools, names) {
  const wanted = fingerprint();
  const stampOf = (name) => join(root, "node_modules", `.longhand-built-${name.split("/")[1]}`);
  const isBuilt = (name) =>
    existsSync(join(root, products[name])) &&
    existsSync(stampOf(name)) &&
    readFileSync(stampOf(name), "utf8") === wanted;
  const outdated = names.filter((name) => !isBuilt(name));
  if (outdated.length === 0) return;
  say("building");
  const filters = outdated.map((name) => `--filter=${name}`);
  const args = ["exec", "turbo", "run", "bundle", ...filters, "--output-logs=errors-only", "--no-update-notifier"];
  run(tools.pnpm, args, tools, { prepares: true });
  for (const name of outdated) writeFileSync(stampOf(name), wanted);
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
