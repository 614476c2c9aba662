import type { StoredAnswer, StepScope, ModelUsage, WriterEvent } from "../ports.ts";
import type { Json } from "../state.ts";

/** Thrown where a test has the process die. */
export class Crash extends Error {}
/** Thrown at a writer that has lost its lease, or whose run was cancelled. */
class Fenced extends Error {}

/** Where to die: at the step as a whole, or at one call of its scope; once. */
export interface CrashPoint {
  readonly step: string;
  readonly at: "before" | "unacknowledged" | `before ${string}` | `after ${string}`;
}

/** An event as the log holds it. */
type LoggedEvent = WriterEvent & { readonly step: string; readonly attempt: number };

/** What one run has stored, shared by all executions of it. */
export interface MemoryStore {
  readonly events: LoggedEvent[];
  readonly answers: Map<string, { readonly step: string; readonly answer: StoredAnswer }>;
  readonly usage: ModelUsage[];
  readonly lost: ModelUsage[];
  readonly begun: { readonly step: string; readonly model: string }[];
  readonly beats: () => number;
  cancel(): void;
  crashOnce(point: CrashPoint): void;
  /** Run a durable step: memoised, fenced, with the planned crashes. */
  step<Scope extends StepScope, T extends Json>(
    id: string,
    work: (scope: Scope) => Promise<T>,
    extend: (scope: StepScope, fence: () => void) => Scope,
  ): Promise<T>;
}

/** Make the part of a run's store that every kind of run shares. */
export function createMemoryStore(): MemoryStore {
  const memo = new Map<string, Json>();
  const events: LoggedEvent[] = [];
  const answers: MemoryStore["answers"] = new Map();
  const usage: ModelUsage[] = [];
  const lost: ModelUsage[] = [];
  const begun: { step: string; model: string }[] = [];
  const crashes: CrashPoint[] = [];
  const stop = new AbortController();
  let epoch = 0;
  let beats = 0;

  function crash(step: string, at: CrashPoint["at"]): void {
    const index = crashes.findIndex((point) => point.step === step && point.at === at);
    if (index < 0) return;
    crashes.splice(index, 1);
    throw new Crash(`${step} ${at}`);
  }

  function baseScope(step: string, attempt: number, fence: () => void): StepScope {
    return {
      signal: stop.signal,
      attempt,
      async append(added) {
        fence();
        events.push(...added.map((event) => ({ ...event, step, attempt })));
      },
      async beat() {
        fence();
        beats += 1;
      },
      findAnswer: async (hash) => answers.get(hash)?.answer ?? null,
      async beginAnswer(_, model) {
        fence();
        begun.push({ step, model });
      },
      async finishAnswer(hash, answer, spent) {
        fence();
        answers.set(hash, { step, answer: structuredClone(answer) });
        usage.push(spent);
      },
      async recordLostUsage(spent) {
        lost.push(spent);
      },
    };
  }

  return {
    events,
    answers,
    usage,
    lost,
    begun,
    beats: () => beats,
    cancel: () => stop.abort(new Fenced("cancelled")),
    crashOnce: (point) => crashes.push(point),
    async step(id, work, extend) {
      const known = memo.get(id);
      // The memo holds what this very step returned, so it has the step's type.
      if (known !== undefined) return structuredClone(known) as Awaited<ReturnType<typeof work>>;
      crash(id, "before");
      epoch += 1;
      const attempt = epoch;
      function fence(): void {
        if (attempt !== epoch || stop.signal.aborted) throw new Fenced(`attempt ${attempt} of ${id}`);
      }
      const scope = withCrashes(extend(baseScope(id, attempt, fence), fence), id, crash);
      const value = await work(scope);
      crash(id, "unacknowledged");
      memo.set(id, structuredClone(value));
      return value;
    },
  };
}

function withCrashes<Scope extends StepScope>(
  scope: Scope,
  step: string,
  crash: (step: string, at: CrashPoint["at"]) => void,
): Scope {
  return new Proxy(scope, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        crash(step, `before ${String(name)}`);
        const result: unknown = await Reflect.apply(value, target, args);
        crash(step, `after ${String(name)}`);
        return result;
      };
    },
  });
}
