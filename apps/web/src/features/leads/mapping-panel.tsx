import { safeCustomKey } from "@longhand/template";
import { inputClass } from "../../ui/field.tsx";
import { builtInColumns, type LeadField } from "./lead-columns.ts";
import type { PastedTable, Target } from "./mapping.ts";

interface Props {
  readonly table: PastedTable;
  readonly targets: readonly Target[];
  readonly onChange: (targets: readonly Target[]) => void;
}

/** What each pasted column is, beside its first values. */
export function MappingPanel({ table, targets, onChange }: Props) {
  return (
    <table className="mt-4 w-full table-fixed border-collapse text-table">
      <thead className="text-left text-muted">
        <tr className="border-b border-hairline">
          <th className="w-1/4 py-1.5 pr-3 font-normal">Column</th>
          <th className="py-1.5 pr-3 font-normal">First values</th>
          <th className="w-2/5 py-1.5 font-normal">Goes to</th>
        </tr>
      </thead>
      <tbody>
        {table.columns.map((column, index) => {
          const target = targets[index] ?? "ignore";
          return (
            <tr key={index} className="border-b border-hairline">
              <td className="truncate py-1.5 pr-3 font-medium">{column || "(no name)"}</td>
              <td className="truncate py-1.5 pr-3 text-muted">{sample(table, index)}</td>
              <td className="py-1">
                <select
                  aria-label={`Where “${column}” goes`}
                  className={`${inputClass} h-8`}
                  value={typeof target === "object" ? "custom" : target}
                  onChange={(event) => {
                    const value = event.target.value;
                    const next: Target =
                      value === "custom"
                        ? { custom: safeCustomKey(column) }
                        : value === "ignore"
                          ? "ignore"
                          : (value as LeadField);
                    onChange(targets.map((other, at) => (at === index ? next : other === next ? "ignore" : other)));
                  }}
                >
                  {builtInColumns.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                  <option value="custom">New variable: {safeCustomKey(column)}</option>
                  <option value="ignore">Leave out</option>
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function sample(table: PastedTable, column: number): string {
  const values = new Set(table.rows.slice(0, 50).flatMap((row) => (row[column]?.trim() ? [row[column].trim()] : [])));
  return [...values].slice(0, 3).join(", ") || "empty";
}
