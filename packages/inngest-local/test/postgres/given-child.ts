import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A running engine in a process of its own. */
export interface Child {
  /** Resolves when it runs and has sent its events; rejects when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** End it as a crash would. */
  kill(): Promise<void>;
}

/** Starts children, and ends those still running when the test is over. */
export function givenChildren(url: string): AsyncDisposable & { start(events?: readonly object[]): Child } {
  const started: Child[] = [];
  return {
    start(events = []) {
      const child = startChild(url, events);
      started.push(child);
      return child;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map((child) => child.kill()));
    },
  };
}

function startChild(url: string, events: readonly object[]): Child {
  const script = fileURLToPath(new URL("child.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--experimental-strip-types", "--no-warnings", script, url, JSON.stringify(events)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("exit", () => reject(new Error("The child ended before it was ready.")));
  });
  ready.catch(() => undefined);
  return {
    ready,
    ended,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
