import { useState } from "react";
import { leadName } from "../../lib/template-lead.ts";
import type { Lead } from "../../lib/wire.ts";
import { cx } from "../../ui/cx.ts";
import { TextField } from "../../ui/field.tsx";

interface Props {
  readonly leads: readonly Lead[];
  readonly current: Lead;
  readonly noteOf: (lead: Lead) => string | undefined;
  readonly hasExample: (leadId: string) => boolean;
  readonly onChoose: (leadId: string) => void;
}

/** Leads to choose from, telling ones first, with what each lacks. */
export function LeadList({ leads, current, noteOf, hasExample, onChoose }: Props) {
  const [q, setQ] = useState("");
  const wanted = q.trim().toLowerCase();
  const words = (lead: Lead) => `${leadName(lead)} ${lead.company ?? ""} ${lead.email ?? ""}`.toLowerCase();
  const shown = wanted === "" ? leads : leads.filter((lead) => words(lead).includes(wanted));
  return (
    <>
      <div className="sticky top-0 z-10 bg-surface p-2">
        <TextField
          label="Find a lead"
          hideLabel
          type="search"
          placeholder="Find a lead"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      {shown.length === 0 && <p className="px-4 py-2 text-table text-muted">Nobody matches.</p>}
      <ul aria-label="Leads" className="pb-4">
        {shown.map((lead) => (
          <li key={lead.id} className="[contain-intrinsic-size:auto_3rem] [content-visibility:auto]">
            <button
              type="button"
              aria-current={lead.id === current.id ? "true" : undefined}
              onClick={() => onChoose(lead.id)}
              className={cx(
                "block w-full px-4 py-1.5 text-left -outline-offset-2! transition-colors",
                lead.id === current.id ? "bg-variable-fill" : "hover:bg-sunken",
              )}
            >
              <span className="flex items-center gap-1.5">
                <span className="min-w-0 flex-1 truncate">{leadName(lead)}</span>
                {hasExample(lead.id) && <span className="text-meta text-muted">Example</span>}
              </span>
              <span className="block truncate text-meta text-muted">
                {noteOf(lead) ?? lead.company ?? "No company"}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
