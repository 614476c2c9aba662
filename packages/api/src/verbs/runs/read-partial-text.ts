import { sessionEvents } from "@longhand/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../base/context.ts";

/** What a run has said so far: finished steps in full, the one it was stopped in as far as it came. */
export async function readPartialText(ctx: Context, sessionId: string, runId: string): Promise<string> {
  const rows = await ctx.db
    .select({
      step: sessionEvents.step,
      attempt: sessionEvents.attempt,
      kind: sessionEvents.kind,
      payload: sessionEvents.payload,
    })
    .from(sessionEvents)
    .where(
      and(
        eq(sessionEvents.sessionId, sessionId),
        eq(sessionEvents.runId, runId),
        inArray(sessionEvents.kind, ["step.commit", "text.delta"]),
      ),
    )
    .orderBy(asc(sessionEvents.seq));
  const steps = new Map<string, { attempt: number; text: string }>();
  for (const { step, attempt, kind, payload } of rows) {
    const text = textOf(payload);
    const before = steps.get(step ?? "");
    const said = kind === "text.delta" && before?.attempt === attempt ? before.text + text : text;
    steps.set(step ?? "", { attempt: attempt ?? 0, text: said });
  }
  return [...steps.values()]
    .map((said) => said.text.trim())
    .filter((text) => text !== "")
    .join("\n\n");
}

function textOf(payload: unknown): string {
  return payload !== null && typeof payload === "object" && "text" in payload && typeof payload.text === "string"
    ? payload.text
    : "";
}
