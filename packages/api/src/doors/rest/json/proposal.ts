import { z } from "zod";
import { toRunId } from "../../../base/ids.ts";
import type { ProposalView } from "../../../verbs/sessions/contract.ts";
import { instant, runIdJson, toInstant, uuid } from "./common.ts";

export const HunkJson = z
  .object({
    id: z.string(),
    field: z.string(),
    before: z.string(),
    after: z.string(),
    from: z.int(),
    to: z.int(),
    status: z.enum(["pending", "accepted", "rejected"]),
  })
  .meta({ id: "Hunk" });

export const ProposalJson = z
  .object({
    id: uuid,
    run_id: runIdJson,
    target: z.enum(["draft", "skeleton"]),
    base_revision: z.int(),
    created_at: instant,
    hunks: z.array(HunkJson),
  })
  .meta({ id: "Proposal", description: "What a run wanted to write when a person had edited meanwhile." });

export function toProposalJson(proposal: ProposalView): z.infer<typeof ProposalJson> {
  return {
    id: proposal.id,
    run_id: toRunId(proposal.runId),
    target: proposal.target,
    base_revision: proposal.baseRevision,
    created_at: toInstant(proposal.createdAt),
    hunks: proposal.hunks.map((hunk) => ({
      id: hunk.id,
      field: hunk.field,
      before: hunk.before,
      after: hunk.after,
      from: hunk.from,
      to: hunk.to,
      status: hunk.status,
    })),
  };
}
