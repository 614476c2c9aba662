import type { TurnState } from "../state.ts";

/** S3: the campaign's other emails, so that no angle, proof or ask is used twice. */
export function otherEmailsText({ other_emails, node }: Pick<TurnState, "other_emails" | "node">): string {
  const wait = node.days_since_previous === 0 ? "" : `, sent ${node.days_since_previous} days after the one before`;
  const place = `This is email ${node.place} of ${Math.max(node.emails, node.place)}${wait}.`;
  const others = other_emails.flatMap(({ place, purpose, subject, body, brief }) => [
    `## Email ${place}${purpose === null ? "" : `: ${purpose}`}`,
    ...(brief?.ask === undefined ? [] : [`Ask: ${brief.ask.value}`]),
    ...(brief?.proof === undefined ? [] : [`Proof: ${brief.proof.value}`]),
    ...(body === null ? ["not written yet"] : [`Subject: ${subject ?? ""}`, body]),
  ]);
  return ["# The campaign's emails", place, ...others].join("\n");
}
