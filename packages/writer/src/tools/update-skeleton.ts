import { Skeleton } from "@longhand/template";
import type { z } from "zod";
import { fillSlots } from "../examples/fill-slots.ts";
import { gateSkeleton } from "../gate.ts";
import { UpdateSkeletonInput, type ToolIssue } from "./schemas.ts";
import { defineTool, refused } from "./tool.ts";
import { warningsOf } from "./warnings.ts";

/** Write or change the plan of the email. */
export const updateSkeleton = defineTool({
  name: "update_skeleton",
  description:
    "Write the plan of this email (skeleton) or change it by block (ops). base_version is the skeleton's version in the state, 0 when there is none. Refused with issues when a slot or variable is wrong.",
  label: "Planning the email",
  update: true,
  input: UpdateSkeletonInput,
  async execute({ base_version, skeleton: whole, ops }, { state, leads }) {
    const current = state.session.skeleton;
    const version = current?.framework_version ?? 0;
    if (base_version !== version)
      return refused([
        {
          code: "base_version",
          path: "base_version",
          got: String(base_version),
          hint: `the current version is ${version}: look at the state and write it for that`,
        },
      ]);
    const start = whole ?? current?.skeleton;
    if (start === undefined)
      return refused([{ code: "no_skeleton", path: "ops", got: "", hint: "there is no skeleton yet: give it whole" }]);
    if (whole === undefined && ops === undefined)
      return refused([{ code: "invalid_input", path: "skeleton", got: "", hint: "give a skeleton or ops" }]);
    const changed = (ops ?? []).reduce(applyOp, start);
    const parsed = Skeleton.safeParse(changed);
    if (!parsed.success) return refused(parsed.error.issues.map(toIssue));
    const verdict = gateSkeleton(parsed.data, fillSlots(parsed.data).body, state, await leads());
    if (verdict.issues.length > 0) return refused(verdict.issues);
    return {
      kind: "skeleton",
      base_version,
      skeleton: parsed.data,
      report: verdict.report,
      result: { ok: true, blocks: parsed.data.blocks.map(({ id }) => id), warnings: warningsOf(verdict.report) },
    };
  },
});

type Op = NonNullable<UpdateSkeletonInput["ops"]>[number];

function applyOp(skeleton: Skeleton, op: Op): Skeleton {
  const { blocks } = skeleton;
  if (op.op === "remove") return { ...skeleton, blocks: blocks.filter(({ id }) => id !== op.block_id) };
  if (op.op === "set") {
    const at = blocks.findIndex(({ id }) => id === op.block.id);
    return { ...skeleton, blocks: at < 0 ? [...blocks, op.block] : blocks.with(at, op.block) };
  }
  const block = blocks.find(({ id }) => id === op.block_id);
  return block === undefined
    ? skeleton
    : { ...skeleton, blocks: blocks.filter((one) => one !== block).toSpliced(op.to, 0, block) };
}

function toIssue(issue: z.core.$ZodIssue): ToolIssue {
  return {
    code: "invalid_input",
    path: `skeleton.${issue.path.map(String).join(".")}`,
    got: issue.code,
    hint: issue.message,
  };
}
