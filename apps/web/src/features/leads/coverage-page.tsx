import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { count, formatNumber } from "../../lib/format.ts";
import { trpc } from "../../lib/trpc.ts";
import { useShownLoading } from "../../lib/use-shown-loading.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { PlaceholderRows } from "../../ui/placeholder.tsx";
import { variableLabel } from "../../lib/plain-template.ts";

const cell = "h-9 border-b border-hairline pr-4 text-table";

/** How many leads have a value for each variable. */
export function CoveragePage({ campaignId }: { readonly campaignId: string }) {
  const query = useQuery(trpc.leads.coverage.queryOptions({ campaignId }));
  const loading = useShownLoading(query.isPending);
  if (query.isError)
    return (
      <ErrorState title="The coverage could not be counted." error={query.error} onRetry={() => void query.refetch()} />
    );
  if (query.data === undefined) return loading ? <PlaceholderRows rows={8} label="Counting values" /> : null;
  const { total, variables } = query.data;
  if (total === 0)
    return (
      <EmptyState title="No leads to count yet">
        Add leads first. Then every variable shows here with how many leads have a value for it.
      </EmptyState>
    );
  return (
    <section aria-label="Coverage" className="relative overflow-x-auto pt-5">
      <p className="text-table text-muted">
        What an email may use, over {count(total, "lead")}. A variable with gaps needs a fallback.
      </p>
      <table className="mt-3 w-full min-w-[34rem] border-collapse">
        <thead>
          <tr className="text-left text-table text-muted">
            <th className={`${cell} font-normal`}>Variable</th>
            <th className={`${cell} text-right font-normal`}>Have it</th>
            <th className={`${cell} text-right font-normal`}>Missing</th>
            <th className={`${cell} w-32 font-normal`}>
              <span className="sr-only">Share</span>
            </th>
            <th className={`${cell} font-normal`}>Example</th>
          </tr>
        </thead>
        <tbody>
          {variables.map(({ variable, filled, missing, sample }) => (
            <tr key={variable}>
              <td className={cell}>
                <span data-chip className="rounded-chip bg-variable-fill px-1 text-variable">
                  {variableLabel(variable)}
                </span>
              </td>
              <td className={`${cell} text-right tabular-nums`}>{formatNumber(filled)}</td>
              <td className={`${cell} text-right tabular-nums`}>
                {missing === 0 ? (
                  <span className="text-muted">0</span>
                ) : (
                  <Link
                    to="/campaigns/$campaignId/leads"
                    params={{ campaignId }}
                    search={{ missing: variable }}
                    className="rounded-chip text-warning underline underline-offset-2"
                  >
                    {formatNumber(missing)}
                  </Link>
                )}
              </td>
              <td className={cell}>
                <div className="h-1 rounded-chip bg-hairline">
                  <div
                    className="h-1 rounded-chip bg-accent"
                    style={{ width: `${total === 0 ? 0 : (filled / total) * 100}%` }}
                  />
                </div>
              </td>
              <td className={`${cell} max-w-60 truncate text-muted`}>{sample ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
