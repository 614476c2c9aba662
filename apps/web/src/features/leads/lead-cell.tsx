import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { leadName } from "../../lib/template-lead.ts";
import type { Lead } from "../../lib/wire.ts";
import { toast } from "../../ui/toaster.tsx";
import type { LeadColumn } from "./lead-columns.ts";

interface Props {
  readonly campaignId: string;
  readonly lead: Lead;
  readonly column: LeadColumn;
}

/** A cell that becomes a field: Enter or a click opens it, Enter or leaving saves, Escape leaves it as it was. */
export function LeadCell({ campaignId, lead, column }: Props) {
  const stored = column.read(lead);
  const [text, setText] = useState<string>();
  const update = useMutation(
    trpc.leads.update.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(trpc.leads.pathFilter()) }),
  );
  function save(next: string, former: string): void {
    update.mutate(
      { campaignId, leadId: lead.id, updates: column.write(lead, next) },
      {
        onSuccess: () => {
          setText(undefined);
          if (next !== former)
            toast(`${column.label} of ${leadName(lead)} changed`, { undo: () => save(former, former) });
        },
        onError: (error) => toast(`${column.label} was not saved`, { description: errorText(error), problem: true }),
      },
    );
  }
  if (text === undefined) {
    return (
      <span role="cell" className="flex h-full min-w-0">
        <button
          type="button"
          className="h-full w-full truncate rounded-chip px-2 text-left"
          aria-label={`${column.label}: ${stored === "" ? "empty" : stored}. Edit`}
          onClick={() => setText(stored)}
        >
          {stored === "" ? (
            <span aria-hidden className="text-edge">
              –
            </span>
          ) : (
            stored
          )}
        </button>
      </span>
    );
  }
  const leave = () => (text.trim() === stored ? setText(undefined) : save(text, stored));
  return (
    <span role="cell" className="flex h-full min-w-0 items-center">
      <input
        autoFocus
        aria-label={`${column.label} of ${leadName(lead)}`}
        className="h-7 w-full rounded-chip border border-accent bg-surface px-1.5"
        value={text}
        disabled={update.isPending}
        onChange={(event) => setText(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) leave();
          if (event.key === "Escape") setText(undefined);
        }}
      />
    </span>
  );
}
