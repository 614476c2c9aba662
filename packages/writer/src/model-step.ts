import { askModel, type AskOptions } from "./ask-model.ts";
import { previewOf } from "./preview.ts";
import type { TurnScope } from "./ports.ts";
import { turnPrompt } from "./prompts/turn-prompt.ts";
import { requestHash } from "./request-hash.ts";
import { toolDeclarations } from "./tools/all-tools.ts";
import { entriesBefore } from "./transcript.ts";
import { charactersPerToken } from "./usage.ts";

/** What a model step leaves behind: enough for the loop to go on, never a text. */
export type ModelOutcome = {
  calls: { id: string; name: string }[];
  /** True when the answer had words beside or instead of calls. */
  spoke: boolean;
  finish: string;
  /** The link that answered. */
  link: string;
  input: number;
  output: number;
  /** Lease epoch and instant of the execution that finished the step. */
  attempt: number;
  at: number;
};

/** Tokens of one answer: a whole draft with its claims is below 3,000; the rest is for models that think first. */
const maxOutputTokens = 16_000;

/** One model call of a turn: the stored answer if there is one, else a streamed one. */
export async function modelStep(scope: TurnScope, call: number, options: AskOptions): Promise<ModelOutcome> {
  const state = await scope.loadTurn();
  const transcript = entriesBefore(await scope.transcript(), call);
  await scope.append([{ kind: "step.begin", payload: { label: call === 1 ? "Reading your message" : "Going on" } }]);
  const neutral = turnPrompt(state, transcript, { link: "", compact: false });
  const asked = await askModel(
    scope,
    {
      hash: requestHash({ call, prompt: neutral.prompt }),
      task: { purpose: "turn", state, transcript },
      prompt: (link, compact) => turnPrompt(state, transcript, { link: link.id, compact }).prompt,
      asked: neutral.asked,
      settings: { tools: toolDeclarations, maxOutputTokens },
      show: { preview: (tool, input) => previewOf(tool, input, state) },
    },
    options,
  );
  const { answer, usage } = asked;
  return {
    calls: answer.tool_calls.map(({ id, name }) => ({ id, name })),
    spoke: answer.text.trim() !== "",
    finish: answer.finish_reason,
    link: answer.model,
    input: usage?.input ?? 0,
    output: usage?.output ?? Math.ceil(JSON.stringify(answer.messages).length / charactersPerToken),
    attempt: scope.attempt,
    at: options.clock.now(),
  };
}
