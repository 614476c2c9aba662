import { Inngest, type InngestFunction } from "inngest";
import { type Sql } from "postgres";
import { type LocalInngest, type Store } from "../src/index.ts";
import type { RunEnd } from "../src/store.ts";
/** The ways one scenario is run. */
export declare const modes: readonly ["memory", "memory, one request per step", "postgres"];
export type Mode = (typeof modes)[number];
/** How a run ended, with its outcome parsed. */
export interface Ended {
  readonly runId: string;
  readonly status: RunEnd["status"];
  readonly output: unknown;
  readonly error: unknown;
}
/** An engine with its own functions, counting whatever its bodies report. */
export interface World {
  readonly inngest: Inngest;
  readonly local: LocalInngest;
  readonly store: Store;
  /** How often `hit` was called with each name. */
  readonly hits: Record<string, number>;
  hit(name: string): number;
  send(name: string, data?: object, more?: object): Promise<unknown>;
  /** The next ending of a run of this function, in the order of their endings. */
  ended(functionId: string): Promise<Ended>;
  /** True when a step waits for an event of this name. */
  isAwaited(eventName: string): Promise<boolean>;
  [Symbol.asyncDispose](): Promise<void>;
}
type Build = (inngest: Inngest, world: Pick<World, "hit" | "hits">) => InngestFunction.Any[];
/** A logger for clients: failures are what many tests are about. */
export declare const silent: {
  info: () => undefined;
  warn: () => undefined;
  error: () => undefined;
  debug: () => undefined;
};
/** A client of the database that reports no notices. */
export declare function connect(url: string, max?: number): Sql;
/** The smallest world in which functions run. Function ids are prefixed by a random app id, so worlds share a database unseen. */
export declare function givenWorld(mode: Mode, url: string, build: Build, appId?: string): Promise<World>;
/** A promise and the means to settle it. */
export declare function deferred<T = void>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
};
/** A number that depends on whether the SDK stores steps by checkpoints or is called once for each. */
export declare function bodies(mode: Mode, checkpointed: number, perStep: number): number;
/** Resolves when the condition holds; asks again as soon as everything else had its turn. */
export declare function until(condition: () => Promise<boolean>): Promise<void>;
export {};
//# sourceMappingURL=given-world.d.ts.map
