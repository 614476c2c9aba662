import type { ReactNode } from "react";
import { variableLabel } from "../../lib/plain-template.ts";
import type { Example } from "../../lib/wire.ts";
import { Popover } from "../../ui/popover.tsx";

type Sources = Example["evidence"][number]["evidence"];

interface Props {
  readonly text: string;
  readonly part: "subject" | "body";
  readonly evidence: Example["evidence"];
}

/** A finished text whose claims each open what they rest on; a claim that rests on nothing says so. */
export function EvidenceText({ text, part, evidence }: Props) {
  const pieces: ReactNode[] = [];
  const claims = evidence.filter(
    ({ claim }) => claim.part === part && claim.start < claim.end && claim.end <= text.length,
  );
  let at = 0;
  for (const { claim, evidence: sources } of claims.toSorted((a, b) => a.claim.start - b.claim.start)) {
    // Of claims that overlap the first is marked; a text can be underlined once.
    if (claim.start < at) continue;
    pieces.push(
      text.slice(at, claim.start),
      <ClaimMark key={claim.start} words={text.slice(claim.start, claim.end)} sources={sources} />,
    );
    at = claim.end;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

const backedLook =
  "inline rounded-chip text-left underline decoration-accent decoration-2 underline-offset-4 hover:bg-variable-fill";
const looseLook =
  "inline rounded-chip bg-warning-fill text-left underline decoration-warning decoration-wavy underline-offset-4";

function ClaimMark({ words, sources }: { readonly words: string; readonly sources: Sources }) {
  const isBacked = sources.length > 0;
  return (
    <Popover
      openOnHover
      label="Evidence"
      trigger={
        <button
          type="button"
          aria-label={`${words}. ${isBacked ? "Show evidence" : "No evidence"}`}
          className={isBacked ? backedLook : looseLook}
        >
          {words}
        </button>
      }
    >
      {isBacked ? (
        <ul className="grid gap-2">
          {sources.map((source) => (
            <li key={source.id}>
              <p className="text-meta text-muted">{sourceName(source)}</p>
              <p>“{source.quote}”</p>
            </li>
          ))}
        </ul>
      ) : (
        <p>Nothing on record backs this. Check it before you send.</p>
      )}
    </Popover>
  );
}

function sourceName(source: Sources[number]): string {
  switch (source.kind) {
    case "lead_field":
      return `Lead field: ${variableLabel(source.field)}`;
    case "context_fact":
      return "Company context";
    case "user_message":
      return "You said so";
  }
}
