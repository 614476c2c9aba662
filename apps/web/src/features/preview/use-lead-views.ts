import { createCatalogue, parse, renderEmail, sampleLeads, type Catalogue, type Sender } from "@longhand/template";
import { useMemo } from "react";
import { toTemplateLead } from "../../lib/template-lead.ts";
import type { Lead } from "../../lib/wire.ts";
import { gapOf } from "./lead-preview.tsx";

/** As many telling leads as an example run picks by itself. */
export const tellingCount = 5;

/** Leads in the order worth looking at, and why. */
export interface LeadViews {
  readonly catalogue: Catalogue;
  /** Telling leads first, then the others as they came. */
  readonly ordered: readonly Lead[];
  readonly telling: readonly Lead[];
  /** What a lead lacks, else why it is telling. */
  noteOf(lead: Lead): string | undefined;
}

/** The leads of a campaign against one draft. */
export function useLeadViews(
  draft: { readonly subject: string; readonly body: string },
  leads: readonly Lead[],
  sender: Sender,
): LeadViews {
  const known = useMemo(() => leads.map(toTemplateLead), [leads]);
  const catalogue = useMemo(() => createCatalogue({ leads: known }), [known]);
  return useMemo(() => {
    const picks = sampleLeads(known, [parse(draft.subject), parse(draft.body)], tellingCount);
    const telling = picks.flatMap((pick) => leads[pick.index] ?? []);
    const reasons = new Map(picks.map((pick) => [pick.lead_id, pick.detail]));
    const gaps = new Map(
      known.map((lead) => [lead.id ?? "", gapOf(renderEmail(draft, lead, sender, { catalogue }))] as const),
    );
    return {
      catalogue,
      telling,
      ordered: [...telling, ...leads.filter((lead) => !reasons.has(lead.id))],
      noteOf: (lead) => gaps.get(lead.id) ?? reasons.get(lead.id),
    };
  }, [draft, leads, known, sender, catalogue]);
}
