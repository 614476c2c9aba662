import type { StreamItem } from "@longhand/api/contract";
import { client } from "../../lib/trpc.ts";
import type { Snapshot } from "../../lib/wire.ts";

/** The range of the draft a message is about. Only it may change. */
export interface Selection {
  readonly field: "subject" | "body";
  readonly from: number;
  readonly to: number;
  readonly revision: number;
}

/** A message as the server takes it; sending one id twice starts one turn. */
export interface TurnRequest {
  readonly sessionId: string;
  readonly message: string;
  readonly messageId: string;
  readonly selection: Selection | null;
}

/** What a stream tells. */
export interface TailListener {
  readonly onItem: (item: StreamItem) => void;
  /** Whether the stream flows; said at each change. */
  readonly onFlow: (flowing: boolean) => void;
  /** The stream has ended and does not come back by itself. */
  readonly onEnd: (error: unknown) => void;
}

/** All that a live session asks of the server. */
export interface SessionDoor {
  create(): Promise<Snapshot>;
  snapshot(sessionId: string): Promise<Snapshot>;
  startTurn(request: TurnRequest): Promise<void>;
  retryTurn(runId: string): Promise<void>;
  cancelRun(runId: string): Promise<void>;
  /** Read the log after `cursor`, for good; answers how to stop. */
  tail(sessionId: string, cursor: number, listener: TailListener): () => void;
  /** Do this once per drawn frame, or soon where nothing is drawn. */
  onFrame(work: () => void): void;
}

/** A hidden page draws no frames; this often its events are taken in. */
const hiddenFrameMs = 250;

/** The tRPC door of one node's session. */
export function createSessionDoor(campaignId: string, nodeId: string): SessionDoor {
  return {
    async create() {
      const session = await client.sessions.create.mutate({ campaignId, nodeId });
      return { session, cursor: 0 };
    },
    snapshot: (sessionId) => client.sessions.snapshot.query({ sessionId }),
    async startTurn({ selection, ...turn }) {
      await client.turns.start.mutate({ ...turn, ...(selection === null ? {} : { selection }) });
    },
    async retryTurn(runId) {
      await client.turns.retry.mutate({ runId });
    },
    async cancelRun(runId) {
      await client.runs.cancel.mutate({ runId });
    },
    tail(sessionId, cursor, listener) {
      const subscription = client.events.tail.subscribe(
        { sessionId, after: cursor },
        {
          onData: ({ data }) => listener.onItem(data),
          onConnectionStateChange(state) {
            if (state.state === "pending") listener.onFlow(true);
            if (state.state === "connecting" && state.error !== null) listener.onFlow(false);
          },
          onError: (error) => listener.onEnd(error),
          onComplete: () => listener.onEnd(undefined),
        },
      );
      return () => subscription.unsubscribe();
    },
    onFrame(work) {
      if (document.hidden) setTimeout(work, hiddenFrameMs);
      else requestAnimationFrame(work);
    },
  };
}
