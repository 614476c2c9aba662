import { ChevronDown } from "lucide-react";
import { leadName } from "../../lib/template-lead.ts";
import type { Lead } from "../../lib/wire.ts";
import { inputClass } from "../../ui/field.tsx";

interface Props {
  readonly leads: readonly Lead[];
  readonly current: Lead;
  readonly onChoose: (leadId: string) => void;
}

/** The same choice where there is no room for a list. */
export function LeadPicker({ leads, current, onChoose }: Props) {
  return (
    <label className="relative min-w-0 flex-1 wide:hidden">
      <span className="sr-only">Lead</span>
      <select
        className={`${inputClass} h-8 appearance-none pr-8 pointer-coarse:h-11`}
        value={current.id}
        onChange={(event) => onChoose(event.target.value)}
      >
        {leads.map((lead) => (
          <option key={lead.id} value={lead.id}>
            {[leadName(lead), lead.company].filter((part) => part !== null).join(", ")}
          </option>
        ))}
      </select>
      <ChevronDown
        size={16}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-muted"
      />
    </label>
  );
}
