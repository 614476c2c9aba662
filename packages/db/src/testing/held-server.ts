import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What a process under test said about its start. */
export interface Said {
  readonly url?: string;
  readonly started?: boolean;
  readonly code?: string | null;
  readonly message?: string;
}

/** Another process of ours that uses an embedded server. */
export interface HeldServer extends AsyncDisposable {
  readonly process: ChildProcess;
  /** Resolves with the first thing it says. */
  readonly said: Promise<Said>;
  /** Asks it to give the server up, and waits for its end. */
  leave(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

const program = fileURLToPath(new URL("hold-server.ts", import.meta.url));

/** Start a process that uses the embedded server of `dataDir`, as another user when one is given. */
export function holdServer(dataDir: string, uid?: number): HeldServer {
  const child = spawn(process.execPath, ["--experimental-strip-types", "--no-warnings", program, dataDir], {
    cwd: "/",
    stdio: ["ignore", "pipe", "inherit"],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const ended = once(child, "exit");
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    process: child,
    said: firstLine(child),
    leave: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    [Symbol.asyncDispose]: () => end("SIGTERM"),
  };
}

async function firstLine(child: ChildProcess): Promise<Said> {
  if (child.stdout === null) return {};
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line);
  return { message: "the process ended without a word" };
}
