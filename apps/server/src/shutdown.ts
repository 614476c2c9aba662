import type { Logger } from "./log.ts";

/** An ordered stop must be over by then; what hangs longer is as safe to cut as a crash. */
const longestStopMs = 9_500;

/** Stop in order at the first SIGTERM or SIGINT and exit 0; a second one exits at once, which is as safe as kill -9. */
export function stopOnSignals(stop: () => Promise<void>, log: Logger): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => {
      log.warn("the stop took too long and was cut short");
      process.exit(0);
    }, longestStopMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "the stop failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
