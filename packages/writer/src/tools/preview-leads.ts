import { parse, renderEmail, sampleLeads, type Lead, type Segment } from "@longhand/template";
import { checkLead } from "@longhand/template/checks";
import { campaignCatalogue, checkSettings, emailKind } from "../gate.ts";
import type { TurnState } from "../state.ts";
import { PreviewLeadsInput } from "./schemas.ts";
import { answered, defineTool, refused } from "./tool.ts";

/** See how the draft comes out for a few leads, without seeing a value of theirs. */
export const previewLeads = defineTool({
  name: "preview_leads",
  description:
    "How the draft comes out for a few telling leads: which variables were filled, fell back or were missing, how long it got, and which checks failed. Shows no value of a lead.",
  label: "Trying it on leads",
  update: false,
  input: PreviewLeadsInput,
  async execute({ lead_ids, n }, { state, leads }) {
    const { draft } = state.session;
    if (draft === null) return refused([{ code: "no_draft", path: "", got: "", hint: "there is no draft yet" }]);
    const all = await leads();
    const picked =
      lead_ids === undefined
        ? sampleLeads(all, [parse(draft.subject), parse(draft.body)], n).map(({ lead, reason }) => ({ lead, reason }))
        : all
            .filter(({ id }) => typeof id === "string" && lead_ids.includes(id))
            .map((lead) => ({ lead, reason: "asked" }));
    return answered({
      leads: picked.map(({ lead, reason }, i) => ({
        lead: lead.id ?? `#${i + 1}`,
        reason,
        ...outcome(draft, lead, state, all),
      })),
    });
  },
});

function outcome(
  draft: { readonly subject: string; readonly body: string },
  lead: Lead,
  state: TurnState,
  leads: readonly Lead[],
): object {
  const catalogue = campaignCatalogue(state, leads);
  const sender = state.campaign.sender;
  const { ok, subject, body } = renderEmail(draft, lead, sender, { catalogue });
  const segments = [...subject.segments, ...body.segments];
  const findings = checkLead(
    {
      subject: draft.subject,
      body: draft.body,
      kind: emailKind(state.node.place, state.node.emails),
      leads: [lead],
      sender,
      catalogue,
    },
    lead,
    checkSettings(state),
  );
  return {
    ok,
    filled: namesOf(segments, "value"),
    fallback: namesOf(segments, "fallback"),
    missing: namesOf(segments, "missing"),
    subject_characters: subject.text.length,
    body_words: body.text.split(/\s+/).filter(Boolean).length,
    failed_checks: findings.filter(({ status }) => status === "fail").map(({ id }) => id),
  };
}

function namesOf(segments: readonly Segment[], kind: Segment["kind"]): string[] {
  return [
    ...new Set(
      segments.flatMap((segment) => (segment.kind === kind && segment.name !== undefined ? [segment.name] : [])),
    ),
  ];
}
