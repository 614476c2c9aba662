import { execFile } from "node:child_process";
import { EmbeddedError } from "./failure.ts";

/** How a short program ended; `missing` is the reason it could not be run at all. */
export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly missing?: string;
}

/**
 * The environment of every program started here: no PG… variable may reach Postgres, and its messages must be English to be understood.
 * Windows programs do not run without the variables of the system, so there the surroundings are kept.
 */
export const quietEnvironment: Record<string, string> | undefined =
  process.platform === "win32"
    ? undefined
    : { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin", LC_ALL: "C", TZ: "UTC" };

/** Who runs a program, and through which other program. */
export interface Account {
  readonly describes: string;
  /** Set when the program is started directly as another user; files it must own are given to it. */
  readonly identity?: { readonly uid: number; readonly gid: number };
  /** Words put before the command. */
  readonly prefix: readonly string[];
}

/** The command line of `program` under an account. */
export function commandOf(
  account: Account,
  program: string,
  args: readonly string[],
): { command: string; args: string[] } {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  return { command, args: rest };
}

/** Run a program to its end and collect what it printed; never throws for how it ended. */
export function run(account: Account, program: string, args: readonly string[]): Promise<Ended> {
  const line = commandOf(account, program, args);
  const settings = {
    ...account.identity,
    ...(quietEnvironment && { env: quietEnvironment }),
    cwd: process.platform === "win32" ? undefined : "/",
    windowsHide: true,
  };
  return new Promise((resolve, reject) => {
    try {
      execFile(line.command, line.args, settings, (error, stdout, stderr) => {
        const output = `${stdout}${stderr}`;
        if (error === null) resolve({ exitCode: 0, output });
        else if (typeof error.code === "number") resolve({ exitCode: error.code, output });
        else resolve({ exitCode: null, output, missing: String(error.code ?? error.signal ?? error.message) });
      });
    } catch (error) {
      reject(new EmbeddedError("failed", `${program} could not be started.`, error));
    }
  });
}
