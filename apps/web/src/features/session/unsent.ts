import type { Selection } from "./session-door.ts";

/** A message on its way (`failed` null), or one that did not arrive. */
export interface Sending {
  readonly id: string;
  readonly text: string;
  readonly selection: Selection | null;
  readonly failed: string | null;
}

/** A message that waits for the run to end. One found after a reload is offered, not sent. */
export interface Queued {
  readonly id: string;
  readonly text: string;
  readonly offered: boolean;
}

export interface SendsState {
  readonly sending: readonly Sending[];
  readonly queue: readonly Queued[];
}
