import { createCatalogue, parse, renderEmail, sampleLeads, type Sender } from "@longhand/template";
import { ChevronDown } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { count } from "../../lib/format.ts";
import { variableLabel } from "../../lib/plain-template.ts";
import { leadName, toTemplateLead } from "../../lib/template-lead.ts";
import type { Example, Lead } from "../../lib/wire.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextField, inputClass } from "../../ui/field.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { ExampleCard } from "./example-card.tsx";
import { RenderedText } from "./rendered-text.tsx";

interface Props {
  readonly draft: { readonly subject: string; readonly body: string };
  readonly leads: readonly Lead[];
  /** All leads of the campaign; more than `leads` holds when there are many. */
  readonly total: number;
  readonly sender: Sender;
  readonly examples: readonly Example[];
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly canWrite: boolean;
  readonly whyNot: string | null;
  readonly chosen: string | undefined;
  readonly onChoose: (leadId: string) => void;
  /** Write examples for five telling leads, or for the named ones beside those there are. */
  readonly onWrite: (leadIds?: readonly string[]) => void;
}

const telling = 5;

/** The email as each lead will read it, rendered here on each key, beside the examples written for single leads. */
export function LeadsPane({ draft, leads, total, sender, examples, progress, canWrite, whyNot, chosen, onChoose, onWrite }: Props) {
  const [q, setQ] = useState("");
  const text = useDeferredValue(draft);
  const asTemplate = useMemo(() => leads.map(toTemplateLead), [leads]);
  const catalogue = useMemo(() => createCatalogue({ leads: asTemplate }), [asTemplate]);
  const picks = useMemo(() => sampleLeads(asTemplate, [parse(text.subject), parse(text.body)], telling), [asTemplate, text]);
  const reasons = useMemo(() => new Map(picks.map((pick) => [pick.lead_id, pick.detail])), [picks]);
  const ordered = useMemo(() => {
    const first = picks.flatMap((pick) => leads.filter((lead) => lead.id === pick.lead_id));
    return [...first, ...leads.filter((lead) => !reasons.has(lead.id))];
  }, [leads, picks, reasons]);
  const gaps = useMemo(
    () => new Map(leads.map((lead, index) => [lead.id, gapOf(renderEmail(text, asTemplate[index] ?? {}, sender, { catalogue }))])),
    [leads, asTemplate, text, sender, catalogue],
  );
  if (leads.length === 0) {
    return (
      <div className="px-4 sm:px-8">
        <EmptyState title="No leads to preview">Add leads to the campaign. Then this tab shows the email as each of them will read it.</EmptyState>
      </div>
    );
  }
  const wanted = q.trim().toLowerCase();
  const shown = wanted === "" ? ordered : ordered.filter((lead) => `${leadName(lead)} ${lead.company ?? ""} ${lead.email ?? ""}`.toLowerCase().includes(wanted));
  const lead = leads.find((other) => other.id === chosen) ?? ordered[0];
  const exampleOf = (leadId: string) => examples.find((example) => example.leadId === leadId);
  const place = ordered.findIndex((other) => other.id === lead?.id);
  const nextTelling = ordered.slice(0, picks.length)[(place + 1) % Math.max(1, picks.length)];
  const loose = examples.filter((example) => !leads.some((other) => other.id === example.leadId));
  return (
    <div className="flex min-h-full flex-col wide:h-full">
      <div className="flex flex-wrap items-center gap-2 border-b border-hairline px-4 py-2.5 sm:px-6">
        <span className="text-table text-muted" role={progress === null ? undefined : "status"}>
          {progress === null ? `${count(total, "lead")}${total > leads.length ? `, the first ${leads.length} here` : ""}` : `Writing examples: ${progress.done} of ${progress.total}`}
        </span>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {whyNot !== null && <span className="text-table text-muted">{whyNot}</span>}
          <Button size="small" disabled={!canWrite} onClick={() => onWrite()}>
            Write {telling} examples
          </Button>
        </div>
      </div>
      <div className="grid min-h-0 flex-1 wide:grid-cols-[14rem_1fr]">
        <div className="hidden min-h-0 overflow-y-auto border-r border-hairline wide:block">
          <div className="sticky top-0 z-10 bg-surface p-2">
            <TextField label="Find a lead" hideLabel type="search" placeholder="Find a lead" value={q} onChange={(event) => setQ(event.target.value)} />
          </div>
          <ul aria-label="Leads" className="pb-4">
            {shown.map((other) => (
              <li key={other.id} className="[contain-intrinsic-size:auto_3rem] [content-visibility:auto]">
                <button type="button" aria-current={other.id === lead?.id ? "true" : undefined} onClick={() => onChoose(other.id)} className={cx("block w-full px-4 py-1.5 text-left transition-colors", other.id === lead?.id ? "bg-variable-fill" : "hover:bg-sunken")}>
                  <span className="flex items-center gap-1.5">
                    <span className="min-w-0 flex-1 truncate">{leadName(other)}</span>
                    {exampleOf(other.id) !== undefined && <span className="text-meta text-muted">Example</span>}
                  </span>
                  <span className="block truncate text-meta text-muted">{gaps.get(other.id) ?? reasons.get(other.id) ?? other.company ?? "No company"}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
        {lead !== undefined && (
          <div className="min-h-0 min-w-0 overflow-y-auto px-4 py-5 sm:px-6">
            <div className="mb-4 flex flex-wrap items-center gap-2">
              <label className="relative min-w-0 flex-1 wide:hidden">
                <span className="sr-only">Lead</span>
                <select className={`${inputClass} h-8 appearance-none pr-8 pointer-coarse:h-11`} value={lead.id} onChange={(event) => onChoose(event.target.value)}>
                  {ordered.map((other) => (
                    <option key={other.id} value={other.id}>
                      {[leadName(other), other.company].filter((part) => part !== null).join(", ")}
                    </option>
                  ))}
                </select>
                <ChevronDown size={16} aria-hidden className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-muted" />
              </label>
              <p className="hidden min-w-0 flex-1 truncate wide:block">
                <span className="font-medium">{leadName(lead)}</span>
                <span className="text-muted"> {[lead.position, lead.company].filter((part) => part !== null).join(", ")}</span>
              </p>
              {nextTelling !== undefined && (
                <Button size="small" look="quiet" onClick={() => onChoose(nextTelling.id)}>
                  Next telling lead
                </Button>
              )}
            </div>
            <LeadPreview draft={text} lead={lead} sender={sender} catalogue={catalogue} />
            <div className="mt-5 grid gap-5">
              {exampleOf(lead.id) === undefined ? (
                <Button className="justify-self-start" size="small" disabled={!canWrite} onClick={() => onWrite([lead.id])}>
                  Write an example for {lead.firstName ?? "this lead"}
                </Button>
              ) : (
                examples.filter((example) => example.leadId === lead.id).map((example) => <ExampleCard key={example.leadId} example={example} />)
              )}
              {examples
                .filter((example) => example.leadId !== lead.id && !loose.includes(example))
                .map((example) => (
                  <ExampleCard key={example.leadId} example={example} />
                ))}
              {loose.map((example) => (
                <ExampleCard key={example.leadId} example={example} />
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

function gapOf(rendered: ReturnType<typeof renderEmail>): string | undefined {
  const gone = [...rendered.missing, ...rendered.unknown];
  return gone.length === 0 ? undefined : `No ${gone.map(variableLabel).join(", ")}`;
}

function LeadPreview({ draft, lead, sender, catalogue }: { readonly draft: Props["draft"]; readonly lead: Lead; readonly sender: Sender; readonly catalogue: ReturnType<typeof createCatalogue> }) {
  const rendered = renderEmail(draft, toTemplateLead(lead), sender, { catalogue });
  if (draft.body.trim() === "") return <p className="text-chat text-muted">There is no draft to fill in yet.</p>;
  return (
    <article aria-label={`Preview for ${leadName(lead)}`} className="rounded-dialog border border-hairline bg-surface">
      <p className="border-b border-hairline px-5 py-3 font-medium">
        <RenderedText rendered={rendered.subject} />
      </p>
      <div className="px-5 py-4 text-draft whitespace-pre-wrap">
        <RenderedText rendered={rendered.body} />
      </div>
      {!rendered.ok && (
        <p className="border-t border-hairline px-5 py-2.5 text-table">
          <StatusMark status="error" word={`${gapOf(rendered) ?? ""}: this lead cannot get the email as it stands.`} wraps />
        </p>
      )}
    </article>
  );
}
