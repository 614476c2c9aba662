import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { client, trpc } from "../../lib/trpc.ts";
import { useShownLoading } from "../../lib/use-shown-loading.ts";
import { useTitle } from "../../lib/use-title.ts";
import type { Campaign } from "../../lib/wire.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { PlaceholderRows } from "../../ui/placeholder.tsx";
import type { CampaignSort } from "./campaign-sort.ts";
import { CampaignTable } from "./campaign-table.tsx";
import { CreateCampaignDialog } from "./create-campaign-dialog.tsx";

interface Props {
  readonly q: string;
  readonly sort: CampaignSort;
  readonly onSearch: (search: { readonly q?: string | undefined; readonly sort?: CampaignSort | undefined }) => void;
}

const pageSize = 200;

/** A search box is worth its place from this many rows on. */
const searchFrom = 8;

export function CampaignsPage({ q, sort, onSearch }: Props) {
  const [creating, setCreating] = useState(false);
  const query = useInfiniteQuery({
    queryKey: trpc.campaigns.list.infiniteQueryKey({ limit: pageSize }),
    // By hand: the ready-made options add a key that the strict input of the verb refuses.
    queryFn: ({ pageParam, signal }) =>
      client.campaigns.list.query({ limit: pageSize, ...(pageParam === "" ? {} : { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor,
  });
  const loading = useShownLoading(query.isPending);
  useTitle("Campaigns");
  const all: readonly Campaign[] = query.data?.pages.flatMap((page) => page.campaigns) ?? [];
  const shown = arrange(all, q, sort);
  return (
    <Page
      title="Campaigns"
      actions={
        <Button look="primary" onClick={() => setCreating(true)}>
          <Plus size={16} aria-hidden />
          New campaign
        </Button>
      }
    >
      <CreateCampaignDialog open={creating} onClose={() => setCreating(false)} />
      {query.isError && all.length === 0 && (
        <ErrorState title="The campaigns could not be read." error={query.error} onRetry={() => void query.refetch()} />
      )}
      {loading && all.length === 0 && <PlaceholderRows rows={5} label="Reading the campaigns" />}
      {query.isSuccess && all.length === 0 && (
        <EmptyState
          title="No campaign yet"
          action={
            <Button look="primary" onClick={() => setCreating(true)}>
              New campaign
            </Button>
          }
        >
          A campaign is a list of people and the emails they get, for example “Autumn outreach to finance leads”.
        </EmptyState>
      )}
      {all.length >= searchFrom && (
        <TextField
          className="mt-5 max-w-72"
          label="Search campaigns"
          hideLabel
          type="search"
          placeholder="Search campaigns"
          value={q}
          onChange={(event) => onSearch({ q: event.target.value || undefined, sort })}
        />
      )}
      {all.length > 0 && (
        <CampaignTable campaigns={shown} sort={sort} onSort={(next) => onSearch({ q: q || undefined, sort: next })} />
      )}
      {all.length > 0 && shown.length === 0 && <p className="py-8 text-muted">No campaign has “{q}” in its name.</p>}
      {query.hasNextPage && (
        <Button className="mt-4" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}

function arrange(campaigns: readonly Campaign[], q: string, sort: CampaignSort): readonly Campaign[] {
  const wanted = q.trim().toLowerCase();
  const found =
    wanted === "" ? campaigns : campaigns.filter((campaign) => campaign.name.toLowerCase().includes(wanted));
  return found.toSorted((a, b) =>
    sort === "name" ? a.name.localeCompare(b.name) : b.updatedAt.localeCompare(a.updatedAt),
  );
}
