import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseCommand, UsageError, usage } from "./parse-command.ts";

/** The built server, which does local administration on the database it would serve. */
const server = fileURLToPath(new URL("../../server/dist/main.mjs", import.meta.url));

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.length === 0 || args.includes("--help") || args[0] === "help") {
    process.stdout.write(usage);
    return args.length === 0 ? 2 : 0;
  }
  try {
    const command = parseCommand(args);
    if (!existsSync(server)) {
      process.stderr.write("The server is not built. Run `npm start` once, or `pnpm bundle`.\n");
      return 1;
    }
    return await administer(JSON.stringify(command));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}`);
    return 2;
  }
}

function administer(command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--enable-source-maps", server, "admin"], {
      stdio: ["pipe", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
    // By stdin, because arguments of a process are readable by others and this may hold a password.
    child.stdin.end(command);
  });
}

process.exitCode = await main();
