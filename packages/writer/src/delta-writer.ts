import type { Clock } from "./clock.ts";
import type { StepScope, WriterEvent } from "./ports.ts";

/** Text is written once it has waited this long or grown this large; previews at most ten a second (durability.md §3.2). */
const flushMs = 80;
const flushCharacters = 400;
const previewMs = 100;
/** A sign of life at least this often. */
const beatMs = 1_000;

type Preview = Extract<WriterEvent, { kind: "artifact.preview" }>;

/** Turns fast deltas into few events. */
export interface DeltaWriter {
  text(delta: string): Promise<void>;
  /** `parse` is asked at most ten times a second, and only when something is written anyway or a preview is due. */
  preview(parse: () => Promise<Preview | null>): Promise<void>;
  /** Called while nothing arrives: writes what waits, gives a sign of life. */
  wait(): Promise<void>;
  flush(): Promise<void>;
}

/** Write one step's deltas through `scope`. */
export function createDeltaWriter(scope: StepScope, clock: Clock): DeltaWriter {
  let waiting = "";
  let pending: (() => Promise<Preview | null>) | null = null;
  let textAt = clock.now();
  let previewAt = 0;
  let aliveAt = clock.now();
  let shown = "";

  async function takePreview(now: number): Promise<Preview[]> {
    if (pending === null || now - previewAt < previewMs) return [];
    const parse = pending;
    pending = null;
    const event = await parse();
    previewAt = now;
    const key = event === null ? "" : JSON.stringify(event.payload);
    if (event === null || key === shown) return [];
    shown = key;
    return [event];
  }

  async function write(everything: boolean): Promise<void> {
    const now = clock.now();
    const due = everything || waiting.length >= flushCharacters || now - textAt >= flushMs;
    const events: WriterEvent[] = await takePreview(everything ? Number.MAX_SAFE_INTEGER : now);
    if (everything) previewAt = now;
    if (waiting !== "" && due) {
      events.unshift({ kind: "text.delta", payload: { text: waiting } });
      waiting = "";
      textAt = now;
    }
    if (events.length === 0) return;
    aliveAt = now;
    await scope.append(events);
  }

  return {
    async text(delta) {
      if (waiting === "") textAt = clock.now();
      waiting += delta;
      await write(false);
    },
    async preview(parse) {
      pending = parse;
      await write(false);
    },
    async wait() {
      await write(false);
      if (clock.now() - aliveAt < beatMs) return;
      aliveAt = clock.now();
      await scope.beat();
    },
    flush: () => write(true),
  };
}
