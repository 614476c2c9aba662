import { z } from "zod";
import { mendCandidate } from "./mend-candidate.ts";
import type { TranscriptEntry, TurnScope } from "./ports.ts";
import type { Json } from "./state.ts";
import { commitDraft } from "./tools/commit-draft.ts";
import { refused } from "./tools/tool.ts";
import { stepIds } from "./transcript.ts";

const KeptCandidate = z.object({
  ok: z.literal(false),
  issues: z.array(z.object({ code: z.string() })),
  candidate: z.object({
    subject: z.string(),
    body: z.string(),
    block_spans: z.array(z.object({ block_id: z.string(), from: z.number(), to: z.number() })),
    declared: z.array(z.object({ quote: z.string(), evidence_ids: z.array(z.string()) })),
  }),
});
type Kept = z.infer<typeof KeptCandidate>;

/** After a stop without success: mend the best refused draft mechanically, and store it if it then passes the gate. */
export async function fixStep(scope: TurnScope): Promise<{ ok: boolean }> {
  const stored = await scope.findToolResult(stepIds.fix);
  if (stored !== null) return { ok: isOk(stored) };
  const best = bestCandidate(await scope.transcript());
  if (best === undefined) return { ok: false };
  const state = await scope.loadTurn();
  const leads = await scope.loadLeads();
  const mended = mendCandidate(best.candidate, state, leads);
  const effect =
    mended === null
      ? refused([])
      : await commitDraft(
          mended,
          { base_revision: state.session.revision, notes: null },
          { state, leads: async () => leads },
        );
  return { ok: isOk(await scope.commitTool(stepIds.fix, effect)) };
}

/** Of the drafts refused since the last accepted one: fewest issues, the later one of equals. */
function bestCandidate(transcript: readonly TranscriptEntry[]): Kept | undefined {
  const results = transcript.flatMap((entry) => (entry.kind === "tool" ? [entry.result] : []));
  const accepted = results.findLastIndex(
    (result) => isOk(result) && typeof result === "object" && result !== null && "revision" in result,
  );
  const kept = results.slice(accepted + 1).flatMap((result) => KeptCandidate.safeParse(result).data ?? []);
  return kept.toReversed().toSorted((a, b) => a.issues.length - b.issues.length)[0];
}

function isOk(result: Json): boolean {
  return result !== null && typeof result === "object" && !Array.isArray(result) && result.ok === true;
}
