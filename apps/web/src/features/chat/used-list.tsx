import type { Message } from "../../lib/wire.ts";
import { Popover } from "../../ui/popover.tsx";
import { variableLabel } from "../../lib/plain-template.ts";
import { chipClass } from "./version-chip.tsx";

/** What an answer rested on: context entries, lead fields by name, checks, model. */
export function UsedList({ details }: { readonly details: NonNullable<Message["details"]> }) {
  const { used, model } = details;
  if (used === undefined && model === undefined) return null;
  const rows = [
    ["Context", used?.facts ?? []],
    ["Lead fields", used?.fields.map(variableLabel) ?? []],
    ["Checks", used?.checks ?? []],
    ["Model", model === undefined ? [] : [model]],
  ] as const;
  return (
    <Popover
      label="What was used"
      trigger={
        <button type="button" className={chipClass}>
          What I used
        </button>
      }
    >
      <dl className="grid gap-2">
        {rows.map(([name, values]) => (
          <div key={name}>
            <dt className="text-meta text-muted">{name}</dt>
            <dd>{values.length === 0 ? "None" : values.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
