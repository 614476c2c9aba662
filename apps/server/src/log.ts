import { pino, type Logger } from "pino";

export type { Logger };

/** The process's log: one JSON line an event on stderr, so that stdout keeps what people are told. Keys and cookies never reach it. */
export function createLog(level: string): Logger {
  return pino(
    { level, base: null, redact: ["authorization", "cookie", "*.authorization", "*.cookie", "token"] },
    pino.destination({ fd: 2, sync: false }),
  );
}
