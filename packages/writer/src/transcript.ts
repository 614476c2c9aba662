import type { StoredAnswer, TranscriptEntry } from "./ports.ts";

/** Step ids of a turn; they depend on call number and tool-call order only. */
export const stepIds = {
  load: "load",
  model: (call: number) => `llm-${call}`,
  tool: (call: number, callId: string) => `tool-${call}-${callId}`,
  fix: "fix",
  end: "end",
};

/** What had happened before a model call: an answer stored by an unacknowledged execution of that very call is left out. In order, each answer before its tools. */
export function entriesBefore(transcript: readonly TranscriptEntry[], call: number): TranscriptEntry[] {
  return transcript
    .filter(({ step }) => callOf(step) < call)
    .toSorted((a, b) => callOf(a.step) - callOf(b.step) || Number(a.kind === "tool") - Number(b.kind === "tool"));
}

/** The answer of a model call. */
export function findAnswerOf(transcript: readonly TranscriptEntry[], call: number): StoredAnswer | undefined {
  return transcript
    .flatMap((entry) => (entry.kind === "answer" && callOf(entry.step) === call ? [entry.answer] : []))
    .at(-1);
}

function callOf(step: string): number {
  const number = /^(?:llm|tool)-(\d+)/.exec(step)?.[1];
  return number === undefined ? Number.POSITIVE_INFINITY : Number(number);
}
