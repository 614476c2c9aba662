/**
 * What one queue item asks for. `run` and `step` call the function; the others
 * are facts about a run (`wake`, `timeout`, `resume`, `cancel`) or about the
 * world: `event` resumes the steps that wait for it, or cancels runs of the one
 * function it is addressed to; `lifecycle` triggers the one it is addressed to.
 * An item is claimed only by processes that know its function.
 */
export type Purpose = "run" | "step" | "wake" | "timeout" | "resume" | "cancel" | "event" | "lifecycle";

/** True for an item that calls a function, which occupies a place and may take long. */
export function isCall(item: { readonly purpose: Purpose }): boolean {
  return item.purpose === "run" || item.purpose === "step";
}

/** The step id of the item that calls a function to find out what comes next. */
export const discoveryStepId = "step";

/** Step ids of the items that cancel a run: it did not begin in time, did not end in time, or an event says so. */
export const startTimeoutId = "$start";
export const finishTimeoutId = "$finish";
export const cancelId = "$cancel";

/** A step's stored result. `value` is JSON text, kept as the function produced it. */
export interface StoredStep {
  readonly id: string;
  readonly kind: "data" | "error";
  readonly value: string;
}

/** A function run to be created. `event` is the JSON text its function receives. */
export interface NewRun {
  readonly id: string;
  readonly functionId: string;
  readonly event: string;
  readonly slotKeys: readonly string[];
  readonly delayMs: number;
  /** Within 24 h, only the first run of a function with this key is created. */
  readonly onceKey?: string;
  /** Cancel the run unless it has begun within this time. */
  readonly startWithinMs?: number;
}

/** An accepted event with the runs it triggers; dropped whole when `dedupeId` was seen in the last 24 h. */
export interface Arrival {
  readonly dedupeId: string;
  readonly id: string;
  readonly name: string;
  readonly event: string;
  /** Functions whose runs this event may cancel. */
  readonly cancels: readonly string[];
  readonly runs: readonly NewRun[];
}

/** What an executor knows about a run when it decides what an answer means. */
export interface Known {
  readonly status: "running" | "completed" | "failed" | "cancelled";
  /** Rises with every change of the run's own row; an older one must be read again. */
  readonly version: number;
  /** The SDK's execution version, -1 until it has answered once. */
  readonly reqVersion: number;
  readonly started: boolean;
  /** Ids of stored steps in completion order. */
  readonly stack: readonly string[];
  /** Ids of steps that were reported and have no result yet. */
  readonly pending: readonly string[];
  /** The part of `pending` that must be stored before the function is called again. */
  readonly joined: readonly string[];
  /** Bytes of all stored results. */
  readonly bytes: number;
  readonly parent?: { readonly runId: string; readonly stepId: string };
}

/** A leased queue item with everything needed to act on it. */
export interface Delivery {
  readonly itemId: string;
  readonly token: string;
  readonly runId: string;
  readonly stepId: string;
  readonly functionId: string;
  readonly purpose: Purpose;
  readonly attempt: number;
  /** How often this item has been leased without an answer, this time included. */
  readonly deliveries: number;
  readonly payload?: string;
  readonly slotKeys: readonly string[];
  /** Absent for items that belong to no run. */
  readonly known?: Known;
  /** JSON text of the triggering event. */
  readonly event: string;
  /** JSON text of the stored steps as the SDK expects them. */
  readonly steps: string;
}

/** A queue item to be added to the same run; ignored when the run already has it. */
export interface NewItem {
  readonly stepId: string;
  readonly purpose: Purpose;
  readonly delayMs: number;
  readonly attempt?: number;
  readonly deliveries?: number;
  readonly payload?: string;
}

/** A step that waits for an event or for a signal. */
export interface NewPause {
  readonly stepId: string;
  readonly eventName?: string;
  readonly expression?: string;
  readonly signal?: string;
  /** What to do when another step already waits for the signal. */
  readonly onConflict?: "fail" | "replace";
}

/** The end of a run, and what the rest of the engine is told about it. */
export interface RunEnd {
  readonly status: "completed" | "failed" | "cancelled";
  readonly output?: string;
  readonly error?: string;
  /** Result for the step that invoked this run, in the form of an item payload. */
  readonly result: string;
  readonly events: readonly LifecycleEvent[];
}

/** What the engine itself tells about the end of a run. It is stored only for those who listen. */
export interface LifecycleEvent {
  readonly name: string;
  readonly event: string;
  /** Functions that it triggers. */
  readonly triggers: readonly string[];
  /** Functions whose runs it may cancel. */
  readonly cancels: readonly string[];
}

/** Everything one answer changes, applied in one transaction or not at all. */
export interface Change {
  readonly store: readonly StoredStep[];
  readonly pending: readonly string[];
  readonly joined: readonly string[];
  readonly reqVersion: number;
  /** What becomes of the delivered item: gone, or due again. */
  readonly item: "done" | { readonly attempt: number; readonly delayMs: number };
  readonly enqueue: readonly NewItem[];
  readonly pauses: readonly NewPause[];
  readonly children: readonly (NewRun & { readonly stepId: string })[];
  readonly end?: RunEnd;
}

/** A waiting step, or a running function that an event may cancel. */
export interface Listener {
  readonly runId: string;
  /** The waiting step; absent for a run that the event may cancel. */
  readonly stepId?: string;
  readonly functionId: string;
  readonly expression?: string;
  /** JSON text of the event that triggered the listening run. */
  readonly event: string;
  /** Age of the run in milliseconds by the store's clock. */
  readonly ageMs: number;
}

/**
 * A call leased more often than this without an answer may be what ended its
 * process. A process executes one such call at a time, so that the culprit
 * does not count against the calls that merely died with it.
 */
export const suspectAfter = 2;

/** What a worker asks for when it claims items. */
export interface ClaimRequest {
  readonly functionIds: readonly string[];
  /** How many function calls may start; facts are not counted. */
  readonly calls: number;
  /** True when a suspect call may start too. */
  readonly suspect: boolean;
  /** Limit of each slot key of a function, in the order of its keys. */
  readonly limits: ReadonlyMap<string, readonly number[]>;
  /** Items this process is working on, never to be claimed by it twice. */
  readonly held: readonly string[];
}

/** What one look at the store found. */
export interface Beat {
  /** Milliseconds until the next item is due by the store's clock; undefined when there is none. */
  readonly nextInMs?: number;
}

/** A cron trigger of one function. */
export interface CronEntry {
  readonly functionId: string;
  readonly expression: string;
}

/**
 * Where engine runs live. Every method is one transaction; every method that
 * takes a delivery changes nothing unless its lease token is still the item's.
 */
export interface Store {
  /** Prepare for work: create what is missing, take up this worker's identity, call `onDue` when another process has work. */
  open(onDue: () => void): Promise<void>;
  /** Accept events, all or none. */
  receive(arrivals: readonly Arrival[]): Promise<void>;
  /** Lease due items, oldest first. */
  claim(request: ClaimRequest): Promise<Delivery[]>;
  /** Note that a run has begun; cancel it when it has not ended `finishMs` later. */
  begin(delivery: Delivery, finishMs: number | undefined): Promise<void>;
  /** Store results of a call that goes on; false when the lease is gone or a step was already stored otherwise. */
  append(delivery: Delivery, steps: readonly StoredStep[]): Promise<boolean>;
  /** Apply what an answer means, deciding again when the run has moved meanwhile; false when the lease is gone. */
  settle(delivery: Delivery, decide: (known: Known) => Change): Promise<boolean>;
  /** Drop a finished item that belongs to no run. */
  drop(delivery: Delivery): Promise<void>;
  /** Every step that waits for an event of this name. */
  waiting(eventName: string): Promise<Listener[]>;
  /** Every live run of this function. */
  alive(functionId: string): Promise<Listener[]>;
  /** Resume and cancel these listeners with the event and drop its item. */
  deliver(delivery: Delivery, resumed: readonly Listener[], cancelled: readonly Listener[]): Promise<void>;
  /** Resume the step waiting for a signal; the run's id, or undefined when nobody waits. `payload` is an item payload. */
  signal(name: string, payload: string): Promise<string | undefined>;
  /** Make these the crons of their functions, keeping planned ticks. */
  plan(functionIds: readonly string[], crons: readonly CronEntry[], next: NextTick): Promise<void>;
  /** Fire due crons, missed ticks as one; true when any fired. */
  tick(
    functionIds: readonly string[],
    next: NextTick,
    arrival: (cron: CronEntry, at: Date) => Arrival,
  ): Promise<boolean>;
  /** Renew leases, release those of dead workers, wake waiters; say when to look again. */
  beat(request: ClaimRequest): Promise<Beat>;
  /** Give leased items back without counting the delivery. */
  release(deliveries: readonly Delivery[]): Promise<void>;
  /** Tell other processes that there is more work than this one can take. */
  nudge(): Promise<void>;
  /** Remove what ended more than a day ago, in batches. */
  retain(): Promise<void>;
  /** True while a run is alive and nothing executes it: a retry or a sleep is planned, or it queues. */
  isWaiting(runId: string): Promise<boolean>;
  /** Let go of connections that this store opened. Claimed items stay leased until released. */
  close(): Promise<void>;
}

/** The first instant after `after` at which an expression fires. */
export type NextTick = (expression: string, after: Date) => Date;
