import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ClipboardPaste, Plus, Trash2 } from "lucide-react";
import { useDeferredValue, useEffect, useState } from "react";
import { count, formatNumber } from "../../lib/format.ts";
import { client, queryClient, trpc } from "../../lib/trpc.ts";
import { useShownLoading } from "../../lib/use-shown-loading.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { PlaceholderRows } from "../../ui/placeholder.tsx";
import { AddLeadDialog } from "./add-lead-dialog.tsx";
import { LeadTable } from "./lead-table.tsx";
import { PasteLeadsDialog } from "./paste-leads-dialog.tsx";
import { useRemoveLeads } from "./use-remove-leads.ts";

interface Props {
  readonly campaignId: string;
  readonly q: string;
  readonly missing: string | undefined;
  readonly onSearch: (search: { readonly q?: string | undefined; readonly missing?: string | undefined }) => void;
}

/** Rows read at a time; the server's largest page. */
const pageSize = 200;

export function LeadsPage({ campaignId, q, missing, onSearch }: Props) {
  const [dialog, setDialog] = useState<"add" | "paste">();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState(q);
  const wanted = useDeferredValue(q);
  const filter = {
    campaignId,
    limit: pageSize,
    ...(wanted === "" ? {} : { q: wanted }),
    ...(missing === undefined ? {} : { missing }),
  };
  const query = useInfiniteQuery({
    queryKey: trpc.leads.list.infiniteQueryKey(filter),
    queryFn: ({ pageParam, signal }) =>
      client.leads.list.query({ ...filter, ...(pageParam === "" ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const loading = useShownLoading(query.isPending);
  const remove = useRemoveLeads(campaignId, () => setChosen(new Set()));
  useEffect(() => {
    if (typed === q) return;
    const timer = setTimeout(() => onSearch({ q: typed || undefined, missing }), 200);
    return () => clearTimeout(timer);
  }, [typed, q, missing, onSearch]);
  const leads = query.data?.pages.flatMap((page) => page.leads) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const filtered = q !== "" || missing !== undefined;
  function refresh(): void {
    void queryClient.invalidateQueries(trpc.leads.pathFilter());
    void queryClient.invalidateQueries(trpc.campaigns.pathFilter());
  }
  return (
    <section aria-label="Leads" className="pt-5">
      {(leads.length > 0 || filtered) && (
        <div className="flex flex-wrap items-center gap-2">
          <TextField
            label="Search leads"
            hideLabel
            type="search"
            placeholder="Search name, email, company"
            className="w-64 max-sm:w-full"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {missing !== undefined && (
            <Button size="small" onClick={() => onSearch({ q: q || undefined })}>
              Without {missing.replace("custom_fields.", "")} ✕
            </Button>
          )}
          <span className="text-table text-muted tabular-nums">
            {filtered ? `${formatNumber(total)} found` : count(total, "lead")}
          </span>
          <div className="ml-auto flex flex-wrap gap-2">
            {chosen.size > 0 && (
              <Button
                look="danger"
                disabled={remove.isPending}
                onClick={() => remove.run(leads.filter((lead) => chosen.has(lead.id)))}
              >
                <Trash2 size={16} aria-hidden />
                Delete {formatNumber(chosen.size)}
              </Button>
            )}
            <Button onClick={() => setDialog("paste")}>
              <ClipboardPaste size={16} aria-hidden />
              Paste rows
            </Button>
            <Button onClick={() => setDialog("add")}>
              <Plus size={16} aria-hidden />
              Add lead
            </Button>
          </div>
        </div>
      )}
      {query.isError && leads.length === 0 && (
        <ErrorState title="The leads could not be read." error={query.error} onRetry={() => void query.refetch()} />
      )}
      {loading && leads.length === 0 && <PlaceholderRows rows={8} label="Reading the leads" />}
      {query.isSuccess && leads.length === 0 && !filtered && (
        <EmptyState
          title="No leads yet"
          action={
            <div className="flex gap-2">
              <Button look="primary" onClick={() => setDialog("paste")}>
                Paste rows
              </Button>
              <Button onClick={() => setDialog("add")}>Add one by hand</Button>
            </div>
          }
        >
          Copy rows from a spreadsheet with their heading line, for example “First name, Company, Email”, and paste them
          here.
        </EmptyState>
      )}
      {query.isSuccess && leads.length === 0 && filtered && <p className="py-8 text-muted">No lead matches.</p>}
      {leads.length > 0 && (
        <LeadTable
          campaignId={campaignId}
          leads={leads}
          total={total}
          chosen={chosen}
          onChoose={setChosen}
          onEnd={() => {
            if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
          }}
        />
      )}
      {dialog === "add" && (
        <AddLeadDialog campaignId={campaignId} onClose={() => setDialog(undefined)} onAdded={refresh} />
      )}
      {dialog === "paste" && (
        <PasteLeadsDialog campaignId={campaignId} onClose={() => setDialog(undefined)} onAdded={refresh} />
      )}
    </section>
  );
}
