// `pnpm e2e`: the built program in a real browser. Arguments go to vitest, for example `pnpm e2e journey`.
// Two servers run, each on a free port with a data directory of its own: one whose offline model answers at once, and
// one that writes word by word, for the journeys that have to meet an answer in its middle.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare, root, say } from "./boot.mjs";
import { build } from "./build.mjs";
import { reporters } from "./reporters.mjs";

const chromium = findChromium();
const tools = prepare();
build(tools, ["@longhand/server", "@longhand/web"]);
const data = mkdtempSync(join(tmpdir(), "longhand-e2e-"));
const servers = [];
let code = 1;
try {
  const fast = await startServer("fast", "0");
  const slow = await startServer("slow", "40");
  code = await end(
    spawn(
      tools.pnpm,
      [
        "--filter",
        "@longhand/web",
        "exec",
        "vitest",
        "run",
        "-c",
        "vitest.e2e.config.ts",
        ...reporters("journeys"),
        ...process.argv.slice(2),
      ],
      {
        cwd: root,
        env: { ...tools.env, E2E_URL: fast, E2E_SLOW_URL: slow, E2E_CHROMIUM: chromium },
        stdio: "inherit",
      },
    ),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
} finally {
  await Promise.all(servers.map(stopServer));
  rmSync(data, { recursive: true, force: true });
}
process.exit(code);

/** Debian's Chromium, or one that is named. Installed through apt where that is possible; nothing is downloaded from elsewhere. */
function findChromium() {
  const known = [process.env.E2E_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = known.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("installing Chromium");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [
      ["update", "-qq"],
      ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ])
      spawnSync("apt-get", args, { env, stdio: "inherit" });
    if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  }
  process.stderr.write("The journeys need Chromium: install it, or name one with E2E_CHROMIUM=/path/to/chromium.\n");
  return process.exit(1);
}

/** Starts the built server and waits for its ready line. */
async function startServer(name, paceMs) {
  const port = await freePort();
  const child = spawn(tools.node, ["--enable-source-maps", join(root, "apps/server/dist/main.mjs")], {
    cwd: root,
    env: {
      ...withoutModels(tools.env),
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: join(data, name),
      LONGHAND_OFFLINE_PACE_MS: paceMs,
      LONGHAND_LOG_LEVEL: "error",
      LONGHAND_RATE_LIMIT: "off",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  servers.push(child);
  let said = "";
  await new Promise((resolve, reject) => {
    child.once("exit", (status) => reject(new Error(`The server ended with ${status} before it was ready.\n${said}`)));
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Longhand is ready on")) resolve();
    });
  });
  return `http://127.0.0.1:${port}`;
}

/** The journeys are about the offline model and their own database: somebody's keys must not spend money here. */
function withoutModels(env) {
  const foreign = /^(ANTHROPIC_|OPENAI_|LONGHAND_|INNGEST_|DATABASE_URL$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

async function stopServer(child) {
  if (child.exitCode !== null) return;
  child.removeAllListeners("exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await end(child);
  clearTimeout(late);
}

function end(child) {
  return new Promise((resolve) => child.once("exit", (status, signal) => resolve(status ?? (signal === null ? 0 : 1))));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
