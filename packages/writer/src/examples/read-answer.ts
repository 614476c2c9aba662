import { z } from "zod";
import type { ExampleAnswer } from "../model-task.ts";
import { repairJson } from "../repair-json.ts";

const Answer = z.object({
  slots: z.array(
    z.object({
      block_id: z.string(),
      sentences: z.array(z.object({ text: z.string(), evidence_ids: z.array(z.string()).default([]) })),
    }),
  ),
});

/** Read the per-lead writer's answer; words around the JSON are left out. Null when there is none. */
export function readAnswer(text: string): ExampleAnswer | null {
  const from = text.indexOf("{");
  const to = text.lastIndexOf("}");
  if (from < 0 || to < from) return null;
  const parsed = Answer.safeParse(repairJson(text.slice(from, to + 1)));
  return parsed.success ? parsed.data : null;
}
