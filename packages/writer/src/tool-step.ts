import type { TurnScope } from "./ports.ts";
import { requestHash } from "./request-hash.ts";
import type { Json } from "./state.ts";
import { findTool } from "./tools/all-tools.ts";
import { refused } from "./tools/tool.ts";
import { findAnswerOf } from "./transcript.ts";

/** What a tool step leaves behind for the stop rules. */
export type ToolOutcome = {
  tool: string;
  ok: boolean;
  /** True for a tool that changes the email, and for a call nobody can execute. */
  update: boolean;
  /** Hash of the issues, null when it was accepted. */
  issues: string | null;
  attempt: number;
};

/** Which call to execute. */
export interface ToolCallRef {
  readonly call: number;
  readonly id: string;
  /** True when an update of the same answer was refused. */
  readonly refusedBefore: boolean;
}

/** Execute one tool call: its effect and its result are stored together, and a repeat returns what was stored. */
export async function toolStep(scope: TurnScope, ref: ToolCallRef): Promise<ToolOutcome> {
  const request = findAnswerOf(await scope.transcript(), ref.call)?.tool_calls.find(({ id }) => id === ref.id);
  const name = request?.name ?? "unknown";
  const tool = findTool(name);
  const label = tool?.label ?? "An unknown tool";
  const stored = await scope.findToolResult(ref.id);
  if (stored !== null) {
    await scope.append([note(name, label, stored)]);
    return toOutcome(name, tool?.update ?? true, stored, scope.attempt);
  }
  await scope.append([{ kind: "tool.note", payload: { tool: name, label, state: "working" } }]);
  const effect = await run();
  const result = await scope.commitTool(ref.id, effect);
  await scope.append([note(name, label, result)]);
  return toOutcome(name, tool?.update ?? true, result, scope.attempt);

  async function run() {
    if (request?.broken !== undefined)
      return refused([
        {
          code: "broken_json",
          path: "",
          got: request.broken.slice(0, 200),
          hint: "the input is not JSON: send it again, whole",
        },
      ]);
    if (tool === undefined || request === undefined)
      return refused([{ code: "unknown_tool", path: "", got: name, hint: "use one of the tools you were given" }]);
    const state = await scope.loadTurn();
    return tool.run(request.input, { state, leads: () => scope.loadLeads(), refusedBefore: ref.refusedBefore });
  }
}

function note(tool: string, label: string, result: Json) {
  return {
    kind: "tool.note" as const,
    payload: { tool, label, state: isOk(result) ? ("done" as const) : ("refused" as const) },
  };
}

function toOutcome(tool: string, update: boolean, result: Json, attempt: number): ToolOutcome {
  const ok = isOk(result);
  return { tool, ok, update, issues: ok ? null : requestHash(issueKeys(result)), attempt };
}

function isOk(result: Json): boolean {
  return result !== null && typeof result === "object" && !Array.isArray(result) && result.ok === true;
}

function issueKeys(result: Json): string[] {
  const issues =
    result !== null && typeof result === "object" && !Array.isArray(result) && Array.isArray(result.issues)
      ? result.issues
      : [];
  return issues
    .map((issue) =>
      issue !== null && typeof issue === "object" && !Array.isArray(issue)
        ? `${String(issue.code)}|${String(issue.path)}|${String(issue.got)}`
        : "",
    )
    .toSorted();
}
