import { administer, AdminError } from "./admin.ts";
import { compose, openInstallation } from "./compose.ts";
import { EnvError, readEnv } from "./env.ts";
import { createLog } from "./log.ts";
import { stopOnSignals } from "./shutdown.ts";

/** Failures whose message is for the person who started this: cause and remedy, no stack. */
function isForPeople(error: unknown): error is Error {
  return (
    error instanceof EnvError ||
    error instanceof AdminError ||
    (error instanceof Error && (error.name === "EmbeddedError" || error.name === "ListenError"))
  );
}

async function serve(): Promise<void> {
  const env = readEnv(process.env);
  const log = createLog(env.logLevel);
  const server = await compose(env, log);
  stopOnSignals(server.stop, log);
  for (const line of server.greeting) process.stdout.write(`${line}\n`);
  process.stdout.write(`Longhand is ready on ${server.url}\n`);
}

async function admin(): Promise<void> {
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += String(chunk);
  const env = readEnv(process.env);
  await using installation = await openInstallation(env, createLog("error"));
  const { answer, note } = await administer(text, installation);
  if (note !== undefined) process.stderr.write(`${note}\n`);
  process.stdout.write(`${answer}\n`);
}

try {
  await (process.argv[2] === "admin" ? admin() : serve());
} catch (error) {
  const text = isForPeople(error)
    ? error.message
    : `Longhand could not start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  // Whatever the failed start left open must not keep the process.
  process.stderr.write(`${text}\n`, () => process.exit(1));
}
