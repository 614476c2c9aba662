import { z } from "zod";
import type { TranscriptEntry } from "../../ports.ts";
import type { Json } from "../../state.ts";
import { CarriedShape, TreeShape } from "./turn-plan.ts";
import type { Carried } from "./turn-plan.ts";
import type { Tree } from "../ast/tree.ts";

const Issue = z.object({ code: z.string(), path: z.string(), got: z.string(), hint: z.string() });
const Result = z.looseObject({
  ok: z.boolean(),
  revision: z.number().optional(),
  proposal_id: z.string().optional(),
  framework_version: z.number().optional(),
  issues: z.array(Issue).optional(),
});
const Noted = z.looseObject({ notes: z.looseObject({ turn: z.unknown().optional() }).optional() });

export type Issue = z.infer<typeof Issue>;

/** One tool call of this turn with its answer. */
export interface DoneCall {
  readonly id: string;
  readonly name: string;
  readonly input: Json;
  readonly ok: boolean;
  readonly revision?: number;
  readonly version?: number;
  readonly proposal: boolean;
  readonly issues: readonly Issue[];
  readonly result: Json;
}

/** Every call of the turn so far, in order. */
export function readProgress(transcript: readonly TranscriptEntry[]): DoneCall[] {
  const results = new Map(
    transcript.flatMap((entry) => (entry.kind === "tool" ? [[entry.call_id, entry.result] as const] : [])),
  );
  return transcript.flatMap((entry) => {
    if (entry.kind !== "answer") return [];
    return entry.answer.tool_calls.map((call): DoneCall => {
      const raw = results.get(call.id) ?? null;
      const result = Result.safeParse(raw).data;
      return {
        id: call.id,
        name: call.name,
        input: call.input,
        ok: result?.ok ?? false,
        proposal: result?.proposal_id !== undefined,
        issues: result?.issues ?? [],
        result: raw,
        ...(result?.revision === undefined ? {} : { revision: result.revision }),
        ...(result?.framework_version === undefined ? {} : { version: result.framework_version }),
      };
    });
  });
}

/** What the turn's first call carried for the later ones. */
export function readCarried(calls: readonly DoneCall[]): Carried | undefined {
  return calls.flatMap((call) => {
    const noted = Noted.safeParse(call.input).data;
    const carried = CarriedShape.safeParse(noted?.notes?.turn).data;
    return carried === undefined ? [] : [carried];
  })[0];
}

/** The tree of a draft that was sent for storing. */
export function readSentTree(call: DoneCall): Tree | undefined {
  const noted = Noted.safeParse(call.input).data;
  return TreeShape.safeParse(noted?.notes).data;
}
