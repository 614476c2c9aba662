// A process that uses an embedded server until it is told to stop, for tests that kill one.
import { startEmbedded } from "../embedded.ts";

const [dataDir = ""] = process.argv.slice(2);
const say = (fact: object) => process.stdout.write(`${JSON.stringify(fact)}\n`);
try {
  const server = await startEmbedded({ dataDir, fsync: false });
  process.once("SIGTERM", () => void server.stop().then(() => process.exit(0)));
  say({ url: server.url, started: server.started });
} catch (error) {
  say({ code: error instanceof Error && "code" in error ? error.code : null, message: String(error) });
  process.exitCode = 1;
}
