import type { Lead } from "@longhand/template";
import type { ModelChain } from "../models/model-chain.ts";
import { runTurn } from "../run-turn.ts";
import type { TurnState } from "../state.ts";
import type { CrashPoint } from "./memory-store.ts";
import { memoryTurn, type MemoryTurn } from "./memory-turn.ts";
import { runToEnd } from "./run-to-end.ts";

/** One turn of a chat, and the state that the next one begins with. */
export interface ChatTurn {
  readonly turn: MemoryTurn;
  readonly next: (message: string) => TurnState;
}

/** Run one turn of a chat to its end, through the crashes asked for. */
export async function chat(
  state: TurnState,
  leads: readonly Lead[],
  models: ModelChain,
  crashes: readonly CrashPoint[] = [],
): Promise<ChatTurn> {
  const turn = memoryTurn(state, leads);
  for (const point of crashes) turn.crashOnce(point);
  await runToEnd(() => runTurn(turn.ports, models));
  const { request } = state;
  const reply = turn.ends[0]?.text ?? "";
  return {
    turn,
    next: (message) => {
      const after = turn.state();
      const dialogue = [
        ...after.session.dialogue,
        { id: request.message_id, role: "user" as const, content: request.message },
        { id: `${request.message_id}-reply`, role: "assistant" as const, content: reply },
      ];
      return {
        ...after,
        session: { ...after.session, dialogue },
        request: { message_id: `m${dialogue.length + 1}`, message },
      };
    },
  };
}
