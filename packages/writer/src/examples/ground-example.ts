import type { Rendered } from "@longhand/template";
import { detectClaims, findSupport, verifyClaim, type Claim, type Evidence } from "@longhand/template/checks";
import { contextOf } from "../evidence.ts";
import type { SlotText } from "./slot-text.ts";

/** Each sentence written from evidence is a claim as a whole, with exactly that evidence. */
export function citedClaims(body: string, written: readonly SlotText[]): Claim[] {
  return written.flatMap(({ sentences }) =>
    sentences.flatMap(({ text, evidence_ids }) => {
      const start = body.indexOf(text);
      const kind = evidence_ids.some((id) => id.startsWith("field:")) ? ("personal" as const) : ("named" as const);
      return start < 0 || evidence_ids.length === 0
        ? []
        : [{ part: "body" as const, start, end: start + text.length, text, kind, evidence_ids }];
    }),
  );
}

/** Every claim of one rendered text with its evidence, in order. */
export function groundExample(
  text: string,
  part: "subject" | "body",
  { segments }: Rendered,
  cited: readonly Claim[],
  evidence: readonly Evidence[],
  lexicon: { readonly names: readonly string[]; readonly lead_values: readonly { field: string; value: string }[] },
): { claim: Claim; evidence: Evidence[] }[] {
  // A rendered value is a claim about the lead by itself, and its own evidence.
  const values: Claim[] = segments.flatMap(({ kind, name, output }) =>
    kind === "value" && name !== undefined && !name.startsWith("sender_")
      ? [
          {
            part,
            start: output.from,
            end: output.to,
            text: text.slice(output.from, output.to),
            kind: "personal" as const,
            evidence_ids: [`field:${name}`],
          },
        ]
      : [],
  );
  const found = detectClaims(text, lexicon, part)
    .map((claim) => ({ ...claim, evidence_ids: supportOf(claim, text, evidence) }))
    .filter((claim) => !isToldAlready(claim, values, cited));
  return [...values, ...cited, ...found]
    .toSorted((a, b) => a.start - b.start)
    .map((claim) => ({ claim, evidence: evidence.filter(({ id }) => claim.evidence_ids.includes(id)) }));
}

function supportOf(claim: Claim, text: string, evidence: readonly Evidence[]): readonly string[] {
  if (claim.evidence_ids.length > 0 && verifyClaim(claim, evidence).ok) return claim.evidence_ids;
  return findSupport(claim, evidence, contextOf(text, claim));
}

/** A value tells all there is to tell of itself; a sentence written from evidence tells of everything its evidence backs. */
function isToldAlready(claim: Claim, values: readonly Claim[], cited: readonly Claim[]): boolean {
  const holds = (one: Claim): boolean => one.start <= claim.start && claim.end <= one.end;
  if (values.some(holds)) return true;
  return cited.some(
    (one) =>
      holds(one) && (claim.kind === "personal" || claim.evidence_ids.every((id) => one.evidence_ids.includes(id))),
  );
}
