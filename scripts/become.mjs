// How a script hands its place over to the program it has prepared everything for.
import { spawn } from "node:child_process";
import { constants as os } from "node:os";
import { fail, root } from "./boot.mjs";

/** Becomes a program: its input and output are ours, signals reach it, and its exit code is ours. */
export function become(program, args, { env }) {
  const child = spawn(program, args, { cwd: root, env, stdio: "inherit" });
  // A terminal sends Ctrl-C to the whole group, so the program has it already.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  endWith(child, program);
}

/** Signals that come within this time are one wish to stop, told several times: by npm, by a terminal, and to a whole group. */
const oneWishMs = 1_000;

/**
 * Becomes a server: like `become`, but the server hears each wish to stop once, and never outlives us.
 *
 * It has a process group of its own, because a signal sent to ours would reach it beside the one npm passes on, and the
 * second means "at once". Should we be killed, `follow.mjs` in the server notices; should npm be, we do.
 */
export function becomeServer(program, args, { env }) {
  const follow = new URL("follow.mjs", import.meta.url).href;
  const child = spawn(program, ["--import", follow, ...args], {
    cwd: root,
    env: { ...env, LONGHAND_FOLLOWS: String(process.pid) },
    stdio: "inherit",
    detached: process.platform !== "win32",
  });
  let asked = -oneWishMs;
  const stop = () => {
    if (performance.now() - asked < oneWishMs) return;
    asked = performance.now();
    child.kill("SIGTERM");
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  // Only when npm started us: a shell that put us in the background may end.
  const parent = process.env.npm_lifecycle_event === undefined ? undefined : process.ppid;
  const watch = setInterval(() => {
    if (parent === undefined || process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 100);
  endWith(child, program);
}

function endWith(child, program) {
  child.on("error", (error) => fail(`${program} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (os.signals[signal] ?? 0)));
}
