import type { Block } from "@longhand/template";
import type { ReactNode } from "react";
import { variableLabel } from "../../lib/plain-template.ts";

/** One block: its role, what it must do, the facts it may rest on and the sentence for leads without them. */
export function BlockCard({
  block,
  number,
  action,
}: {
  readonly block: Block;
  readonly number: number;
  readonly action: ReactNode;
}) {
  const { fields, approach, fallback } = block.personalization;
  return (
    <div className="grid grid-cols-[1.5rem_1fr_auto] items-start gap-x-3 gap-y-1.5">
      <span className="text-table text-muted tabular-nums">{number}</span>
      <h3 className="font-semibold">
        {block.name}{" "}
        {block.role.toLowerCase() !== block.name.toLowerCase() && block.role !== "other" && (
          <span className="ml-1 text-table font-normal text-muted">{block.role}</span>
        )}
      </h3>
      {action}
      <p className="col-start-2 text-chat">{block.strategy}</p>
      {fields.length > 0 && (
        <p className="col-start-2 flex flex-wrap items-center gap-1.5 text-table text-muted">
          Uses
          {fields.map((field) => (
            <span key={field} data-chip className="rounded-chip bg-variable-fill px-1 text-variable">
              {variableLabel(field)}
            </span>
          ))}
        </p>
      )}
      {approach !== "" && <p className="col-start-2 text-table text-muted">How: {approach}</p>}
      {fallback !== "" && <p className="col-start-2 text-table text-muted">Without them: “{fallback}”</p>}
    </div>
  );
}
