import type { ModelTask } from "@longhand/writer";
import type { Line, ScriptedCall } from "./scripted-model.ts";

/** A plan of two blocks that passes every check. */
export const plannedSkeleton = {
  subject: "Month-end at %company|your team%",
  body: "Hi %first_name|there%,\n\nWorth a short call?",
  blocks: [
    {
      id: "greeting",
      role: "greeting",
      name: "Greeting",
      strategy: "Greet by name.",
      personalization: { fields: ["first_name"], approach: "", fallback: "" },
    },
    {
      id: "ask",
      role: "ask",
      name: "Ask",
      strategy: "One easy question.",
      personalization: { fields: [], approach: "", fallback: "" },
    },
  ],
  example_subject: "Month-end at Sample Ltd",
  example_body: "Hi Sam,\n\nWorth a short call?",
} as const;

/** The edits that write it as a draft. */
const plannedEdits = [
  {
    block_id: "greeting",
    op: "replace",
    text: "Hi %first_name|there%,\n\nMonth-end tends to eat the first week of the month for many teams, and most of it is spent on moving figures from one sheet to another by hand.",
  },
  { block_id: "ask", op: "replace", text: "Worth a short call?" },
] as const;

/** Plan, write, finish: three calls that leave one skeleton and one draft. */
export function writesDraft(call: ScriptedCall): Line {
  const { revision, framework } = seen(call.task);
  if (call.number === 1)
    return {
      text: "Let me plan this.",
      calls: [{ name: "update_skeleton", input: { base_version: framework, skeleton: plannedSkeleton } }],
    };
  if (call.number === 2)
    return {
      calls: [
        {
          name: "update_draft",
          input: {
            base_revision: revision,
            subject: "Month-end at %company|your team%",
            edits: plannedEdits,
            claims: [],
          },
        },
      ],
    };
  return { calls: [{ name: "finish", input: { summary: "The first draft is written." } }] };
}

/** What the model was shown of the session's numbers. */
function seen(task: ModelTask): { readonly revision: number; readonly framework: number } {
  if (task.purpose !== "turn") return { revision: 0, framework: 0 };
  return { revision: task.state.session.revision, framework: task.state.session.skeleton?.framework_version ?? 0 };
}
