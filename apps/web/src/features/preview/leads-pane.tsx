import type { Sender } from "@longhand/template";
import { useDeferredValue } from "react";
import { count } from "../../lib/format.ts";
import { leadName } from "../../lib/template-lead.ts";
import type { Example, Lead } from "../../lib/wire.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExampleCard } from "./example-card.tsx";
import { LeadList } from "./lead-list.tsx";
import { LeadPicker } from "./lead-picker.tsx";
import { LeadPreview } from "./lead-preview.tsx";
import { tellingCount, useLeadViews } from "./use-lead-views.ts";

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

/** The email as each lead will read it, rendered here on each key, beside the examples written for single leads. */
export function LeadsPane(props: Props) {
  const { leads, total, sender, examples, progress, canWrite, whyNot, chosen, onChoose, onWrite } = props;
  const draft = useDeferredValue(props.draft);
  const { catalogue, ordered, telling, noteOf } = useLeadViews(draft, leads, sender);
  const lead = leads.find((other) => other.id === chosen) ?? ordered[0];
  if (lead === undefined) {
    return (
      <div className="px-4 sm:px-8">
        <EmptyState title="No leads to preview">
          Add leads to the campaign. Then this tab shows the email as each of them will read it.
        </EmptyState>
      </div>
    );
  }
  const own = examples.filter((example) => example.leadId === lead.id);
  const others = examples.filter((example) => example.leadId !== lead.id);
  const next = telling[(telling.indexOf(lead) + 1) % Math.max(1, telling.length)];
  return (
    <div className="flex min-h-full flex-col wide:h-full">
      <div className="flex flex-wrap items-center gap-2 border-b border-hairline px-4 py-2.5 sm:px-6">
        <span className="text-table text-muted">
          {progress === null
            ? `${count(total, "lead")}${total > leads.length ? `, the first ${leads.length} here` : ""}`
            : `Writing examples: ${progress.done} of ${progress.total}`}
        </span>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {whyNot !== null && <span className="text-table text-muted">{whyNot}</span>}
          <Button size="small" disabled={!canWrite} onClick={() => onWrite()}>
            Write {tellingCount} examples
          </Button>
        </div>
      </div>
      <div className="grid min-h-0 flex-1 wide:grid-cols-[14rem_1fr]">
        <div className="hidden min-h-0 overflow-y-auto border-r border-hairline wide:block">
          <LeadList
            leads={ordered}
            current={lead}
            noteOf={noteOf}
            hasExample={(leadId) => examples.some((example) => example.leadId === leadId)}
            onChoose={onChoose}
          />
        </div>
        <div className="min-h-0 min-w-0 overflow-y-auto px-4 py-5 sm:px-6">
          <div className="mb-4 flex flex-wrap items-center gap-2">
            <LeadPicker leads={ordered} current={lead} onChoose={onChoose} />
            <p className="hidden min-w-0 flex-1 truncate wide:block">
              <span className="font-medium">{leadName(lead)}</span>
              <span className="ml-2 text-muted">
                {[lead.position, lead.company].filter((part) => part !== null).join(", ")}
              </span>
            </p>
            {next !== undefined && (
              <Button size="small" look="quiet" onClick={() => onChoose(next.id)}>
                Next telling lead
              </Button>
            )}
          </div>
          <LeadPreview draft={draft} lead={lead} sender={sender} catalogue={catalogue} />
          <div className="mt-5 grid gap-5">
            {own.length === 0 && (
              <Button
                className="justify-self-start"
                size="small"
                disabled={!canWrite}
                onClick={() => onWrite([lead.id])}
              >
                Write an example for {lead.firstName ?? "this lead"}
              </Button>
            )}
            {[...own, ...others].map((example) => (
              <ExampleCard key={example.leadId} example={example} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
