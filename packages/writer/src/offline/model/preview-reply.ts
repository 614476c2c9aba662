import { z } from "zod";
import type { Json } from "../../state.ts";

const Preview = z.object({
  ok: z.literal(true),
  leads: z.array(
    z.looseObject({
      reason: z.string().optional(),
      filled: z.array(z.string()).optional(),
      fallback: z.array(z.string()).optional(),
      missing: z.array(z.string()).optional(),
      body_words: z.number().optional(),
      subject_characters: z.number().optional(),
      failed_checks: z.array(z.string()).optional(),
    }),
  ),
});

/** How the draft comes out for a few leads, in words; the values themselves stay with the preview. */
export function previewReply(result: Json): string {
  const preview = Preview.safeParse(result).data;
  if (preview === undefined)
    return "There is no draft to preview yet. Tell me who it is for and what you offer, and I will write one.";
  if (preview.leads.length === 0)
    return "The campaign has no leads yet, so there is nobody to preview it for. Add leads and ask again.";
  const lines = preview.leads.map(
    (
      { reason, filled = [], fallback = [], missing = [], body_words, subject_characters, failed_checks = [] },
      index,
    ) => {
      const parts = [
        filled.length === 0 ? undefined : `filled: ${filled.join(", ")}`,
        fallback.length === 0 ? undefined : `fallback for ${fallback.join(", ")}`,
        missing.length === 0 ? undefined : `missing: ${missing.join(", ")}`,
        body_words === undefined ? undefined : `${body_words} words`,
        subject_characters === undefined ? undefined : `subject ${subject_characters} characters`,
        failed_checks.length === 0 ? "no check fails" : `checks to look at: ${failed_checks.join(", ")}`,
      ];
      return `- Lead ${index + 1}${reason === undefined ? "" : ` (${reason})`}: ${parts.filter((part) => part !== undefined).join("; ")}.`;
    },
  );
  return `I tried the draft on ${preview.leads.length} leads. The full texts are in the preview.\n${lines.join("\n")}`;
}
