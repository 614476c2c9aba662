import type { Example } from "../../lib/wire.ts";
import { variableLabel } from "../../lib/plain-template.ts";
import { Popover } from "../../ui/popover.tsx";

interface Props {
  readonly text: string;
  readonly part: "subject" | "body";
  readonly evidence: Example["evidence"];
}

/** A finished text whose claims each open what they rest on; a claim that rests on nothing says so. */
export function EvidenceText({ text, part, evidence }: Props) {
  const claims = evidence.filter(({ claim }) => claim.part === part && claim.start < claim.end && claim.end <= text.length).toSorted((a, b) => a.claim.start - b.claim.start);
  let at = 0;
  const pieces = claims.flatMap(({ claim, evidence: sources }) => {
    if (claim.start < at) return [];
    const before = text.slice(at, claim.start);
    at = claim.end;
    const backed = sources.length > 0;
    return [
      <span key={`text.${claim.start}`}>{before}</span>,
      <Popover
        key={claim.start}
        openOnHover
        label="Evidence"
        trigger={
          <button
            type="button"
            aria-label={`${text.slice(claim.start, claim.end)}. ${backed ? "Show evidence" : "No evidence"}`}
            className={
              backed
                ? "inline rounded-chip text-left underline decoration-accent decoration-2 underline-offset-4 hover:bg-variable-fill"
                : "inline rounded-chip bg-warning-fill text-left underline decoration-warning decoration-wavy underline-offset-4"
            }
          >
            {text.slice(claim.start, claim.end)}
          </button>
        }
      >
        {backed ? (
          <ul className="grid gap-2">
            {sources.map((source) => (
              <li key={source.id}>
                <p className="text-meta text-muted">{source.kind === "lead_field" ? `Lead field: ${variableLabel(source.field)}` : source.kind === "context_fact" ? "Company context" : "You said so"}</p>
                <p>“{source.quote}”</p>
              </li>
            ))}
          </ul>
        ) : (
          <p>Nothing on record backs this. Check it before you send.</p>
        )}
      </Popover>,
    ];
  });
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
