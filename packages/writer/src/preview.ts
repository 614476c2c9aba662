import { parsePartialJson } from "ai";
import { z } from "zod";
import { currentBlocks } from "./current-blocks.ts";
import type { WriterEvent } from "./ports.ts";
import type { TurnState } from "./state.ts";
import { applyEdits } from "./tools/apply-edits.ts";

type Preview = Extract<WriterEvent, { kind: "artifact.preview" }>;

const DraftSoFar = z.object({
  subject: z.string().optional().catch(undefined),
  body: z.string().optional().catch(undefined),
  edits: z
    .array(
      z
        .object({
          block_id: z.string(),
          op: z.enum(["replace", "insert_after", "delete"]),
          text: z.string().optional(),
        })
        .nullable()
        .catch(null),
    )
    .catch([])
    .default([]),
});
const SkeletonSoFar = z.object({
  skeleton: z.object({ subject: z.string().optional().catch(undefined), body: z.string().optional().catch(undefined) }),
});

/** What an update will look like, read out of the part of its input that has arrived. Null while there is nothing to show. */
export async function previewOf(tool: string, input: string, state: TurnState): Promise<Preview | null> {
  if (tool !== "update_draft" && tool !== "update_skeleton") return null;
  const { value } = await parsePartialJson(input);
  return tool === "update_draft" ? previewDraft(value, state) : previewSkeleton(value);
}

function previewDraft(value: unknown, { session }: TurnState): Preview | null {
  const parsed = DraftSoFar.safeParse(value);
  if (!parsed.success) return null;
  const { subject, body, edits } = parsed.data;
  const whole = edits.flatMap((edit) =>
    edit === null
      ? []
      : [{ block_id: edit.block_id, op: edit.op, ...(edit.text === undefined ? {} : { text: edit.text }) }],
  );
  const order = session.skeleton?.skeleton.blocks.map(({ id }) => id) ?? [];
  const spans = currentBlocks(session);
  const next =
    body ?? (spans === null ? undefined : applyEdits({ body: session.draft?.body ?? "", spans }, whole, order).body);
  if (next === undefined || (next === "" && subject === undefined)) return null;
  return {
    kind: "artifact.preview",
    payload: { target: "draft", subject: subject ?? session.draft?.subject ?? null, body: next },
  };
}

function previewSkeleton(value: unknown): Preview | null {
  const parsed = SkeletonSoFar.safeParse(value);
  if (!parsed.success || parsed.data.skeleton.body === undefined) return null;
  const { subject, body } = parsed.data.skeleton;
  return { kind: "artifact.preview", payload: { target: "skeleton", subject: subject ?? null, body } };
}
