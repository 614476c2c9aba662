import { ModelCallError } from "../model-call-error.ts";
import { Crash } from "./memory-store.ts";

/** What an executor does with a run: starts it again after a crash, and after an error that asks for it; four executions a step at most. */
export async function runToEnd<T>(
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly executions: number; readonly waits: number[] }> {
  const waits: number[] = [];
  for (let executions = 1; ; executions += 1) {
    try {
      return { value: await run(), executions, waits };
    } catch (error) {
      if (executions > 40) throw error;
      if (error instanceof Crash) continue;
      if (!(error instanceof ModelCallError) || error.retry === "stop" || waits.length >= 3) throw error;
      waits.push(error.retryAfterMs ?? 0);
    }
  }
}
