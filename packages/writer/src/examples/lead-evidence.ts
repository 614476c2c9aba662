import { createCatalogue, leadValues, type Lead } from "@longhand/template";
import type { Evidence } from "@longhand/template/checks";
import type { ExamplesState } from "../ports.ts";

/** A lead's own values, as evidence for its own example. */
export function leadEvidence(key: string, lead: Lead): Evidence[] {
  return leadTexts(lead).map(({ field, value }) => ({
    id: `field:${field}`,
    kind: "lead_field",
    lead_id: lead.id ?? key,
    field,
    quote: value,
  }));
}

/** A lead's values by field name. */
export function leadTexts(lead: Lead): { field: string; value: string }[] {
  const values = leadValues(lead, null);
  return createCatalogue({ leads: [lead] }).names.flatMap((field) => {
    const value = field.startsWith("sender_") ? null : values.get(field);
    return value === null || value === undefined ? [] : [{ field, value }];
  });
}

/** Names and words of the sender. */
export function senderTexts({ sender }: ExamplesState): string[] {
  return [sender.first_name, sender.last_name, sender.company, sender.position, sender.email].flatMap((value) =>
    typeof value === "string" && value !== "" ? [value] : [],
  );
}

/** The draft's claims were checked against messages and facts when it was stored: its words are the record of that. */
export function draftEvidence({ draft }: ExamplesState): Evidence[] {
  if (draft === null) return [];
  const cited = draft.claims.flatMap(({ text, evidence_ids }) => evidence_ids.map((id) => ({ id, text })));
  const said = cited.flatMap(({ id, text }) =>
    id.startsWith("message:")
      ? [{ id, kind: "user_message" as const, message_id: id.slice("message:".length), quote: text }]
      : id.startsWith("campaign:")
        ? [{ id, kind: "user_message" as const, quote: text }]
        : [],
  );
  const own =
    draft.author === "person" || cited.some(({ id }) => id.startsWith("draft:"))
      ? [
          {
            id: `draft:${draft.revision}`,
            kind: "user_message" as const,
            draft_revision: draft.revision,
            quote: `${draft.subject}\n${draft.body}`,
          },
        ]
      : [];
  // The whole message says more about a claim than the claim's own words do.
  const recorded = (draft.evidence ?? []).filter(({ kind }) => kind === "user_message");
  const known = new Set(recorded.map(({ id }) => id));
  return [...recorded, ...[...said, ...own].filter(({ id }) => !known.has(id))];
}
