import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { leadName } from "../../lib/template-lead.ts";
import { useMedia } from "../../lib/use-media.ts";
import type { Lead } from "../../lib/wire.ts";
import { columnsOf } from "./lead-columns.ts";
import { LeadCell } from "./lead-cell.tsx";

interface Props {
  readonly campaignId: string;
  readonly leads: readonly Lead[];
  readonly total: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** The last read row has come into view. */
  readonly onEnd: () => void;
}

const rowHeight = 36;
const touchRowHeight = 44;
const chooserWidth = 40;

/** A windowed table: only the rows in view exist. */
export function LeadTable({ campaignId, leads, total, chosen, onChoose, onEnd }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(leads), [leads]);
  const height = useMedia("(pointer: coarse)") ? touchRowHeight : rowHeight;
  // oxlint-disable-next-line react/incompatible-library -- its functions change with each scroll and are called here only
  const rows = useWindowVirtualizer({
    count: leads.length,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= leads.length - 30) onEnd();
  }, [last, leads.length, onEnd]);
  const width = chooserWidth + columns.reduce((sum, column) => sum + column.width, 0);
  const template = `${chooserWidth}px ${columns.map((column) => `minmax(${column.width}px, ${column.width}fr)`).join(" ")}`;
  const all = leads.length > 0 && leads.every((lead) => chosen.has(lead.id));
  function choose(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  }
  return (
    <div className="-mx-4 mt-3 relative overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <div
        role="table"
        aria-label="Leads"
        aria-rowcount={total + 1}
        className="min-w-full text-table"
        style={{ width }}
      >
        <div
          role="row"
          aria-rowindex={1}
          className="grid h-9 items-center border-b border-hairline text-muted"
          style={{ gridTemplateColumns: template }}
        >
          <span role="columnheader" className="flex">
            <input
              type="checkbox"
              aria-label="Choose all shown leads"
              checked={all}
              onChange={() => onChoose(all ? new Set() : new Set(leads.map((lead) => lead.id)))}
              className="size-4"
            />
          </span>
          {columns.map((column) => (
            <span key={column.id} role="columnheader" className="truncate px-2">
              {column.label}
            </span>
          ))}
        </div>
        <div ref={body} role="rowgroup" className="relative" style={{ height: rows.getTotalSize() }}>
          {shown.map((item) => {
            const lead = leads[item.index];
            if (lead === undefined) return null;
            return (
              <div
                key={lead.id}
                role="row"
                aria-rowindex={item.index + 2}
                className="absolute inset-x-0 top-0 grid items-center border-b border-hairline hover:bg-sunken"
                style={{
                  gridTemplateColumns: template,
                  height,
                  transform: `translateY(${item.start - rows.options.scrollMargin}px)`,
                }}
              >
                <span role="cell" className="flex">
                  <input
                    type="checkbox"
                    aria-label={`Choose ${leadName(lead)}`}
                    checked={chosen.has(lead.id)}
                    onChange={() => choose(lead.id)}
                    className="size-4"
                  />
                </span>
                {columns.map((column) => (
                  <LeadCell key={column.id} campaignId={campaignId} lead={lead} column={column} />
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
