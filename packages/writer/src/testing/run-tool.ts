import type { ToolEffect } from "../ports.ts";
import type { DraftState, Json, TurnState } from "../state.ts";
import { findTool } from "../tools/all-tools.ts";
import { fromPieces } from "../tools/draft-pieces.ts";
import { givenEdits, givenLeads, givenSkeleton, givenTurn } from "./given-turn.ts";

/** A stored plan and the draft that was written from it. */
export const skeleton = { framework_version: 1, skeleton: givenSkeleton, author: "ai" as const };
export const whole = fromPieces(givenEdits.map(({ block_id, text }) => ({ block_id, text, before: "\n\n" })));
export const draft: DraftState = {
  number: 1,
  revision: 3,
  subject: "Month-end at %company|your team%",
  body: whole.body,
  block_spans: whole.spans,
  framework_version: 1,
  author: "ai",
  notes: null,
  claims: [],
};

/** Run a tool as a step would, on a session that has this plan and draft. */
export async function run(
  name: string,
  input: Json,
  state: TurnState = givenTurn("x", { skeleton, draft, revision: 3 }),
): Promise<ToolEffect> {
  const tool = findTool(name);
  if (tool === undefined) throw new Error(`no tool ${name}`);
  return tool.run(input, { state, leads: async () => givenLeads, refusedBefore: false });
}

/** Codes of the issues a tool answered with; none when it went through. */
export async function issuesOf(name: string, input: Json, state?: TurnState): Promise<string[]> {
  const effect = await run(name, input, state);
  const result = JSON.parse(JSON.stringify(effect.result));
  return result.ok === false ? result.issues.map((issue: { code: string }) => issue.code) : [];
}
