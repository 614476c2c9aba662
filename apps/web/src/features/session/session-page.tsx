import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { appCodeOf } from "../../lib/error-text.ts";
import { personQuery } from "../../lib/person.ts";
import { trpc } from "../../lib/trpc.ts";
import { useShownLoading } from "../../lib/use-shown-loading.ts";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { PlaceholderRows } from "../../ui/placeholder.tsx";
import type { Place } from "./place.ts";
import { SessionEditor } from "./session-editor.tsx";

interface Props {
  readonly campaignId: string;
  readonly nodeId: string;
  readonly place: Place;
  readonly onPlace: (change: Place) => void;
}

/** As many leads as the editor previews; the server's largest page. */
const previewedLeads = 200;

/** Loads what the editor of a node needs, then mounts it with complete data. */
export function SessionPage({ campaignId, nodeId, place, onPlace }: Props) {
  const campaign = useQuery(trpc.campaigns.get.queryOptions({ campaignId }));
  const person = useQuery(personQuery());
  const found = useQuery({ ...trpc.sessions.forNode.queryOptions({ campaignId, nodeId }), staleTime: 0, gcTime: 0 });
  const sessionId = found.data?.sessionId ?? null;
  // The store lives on from here by the log; a second reading would only race it.
  const snapshot = useQuery({
    ...trpc.sessions.snapshot.queryOptions({ sessionId: sessionId ?? "" }),
    enabled: sessionId !== null,
    staleTime: Infinity,
    gcTime: 0,
  });
  const leads = useQuery(trpc.leads.list.queryOptions({ campaignId, limit: previewedLeads }));
  const failed = [campaign, person, found, snapshot, leads].find((query) => query.isError && query.data === undefined);
  const node = campaign.data?.sequenceNodes.find((other) => other.id === nodeId);
  const ready =
    campaign.data !== undefined &&
    person.data !== undefined &&
    found.data !== undefined &&
    leads.data !== undefined &&
    (sessionId === null || snapshot.data !== undefined);
  const loading = useShownLoading(!ready && failed === undefined);
  if (failed !== undefined && appCodeOf(failed.error) !== "not_found") {
    return (
      <main id="main" className="px-4 sm:px-6">
        <ErrorState
          title="The editor could not be opened."
          error={failed.error}
          onRetry={() => void failed.refetch()}
          kept="Text that was not sent or saved is kept in this browser."
        />
      </main>
    );
  }
  if (
    failed !== undefined ||
    (campaign.data !== undefined && (node === undefined || (node.type !== "email" && node.type !== "ai")))
  ) {
    return (
      <main id="main" className="px-4 sm:px-6">
        <EmptyState
          title="This email is not here"
          action={
            <Link to="/campaigns/$campaignId" params={{ campaignId }} className={buttonClass("primary")}>
              Back to the campaign
            </Link>
          }
        >
          It was removed from the sequence, or the link is incomplete.
        </EmptyState>
      </main>
    );
  }
  if (!ready || node === undefined) {
    return (
      <main id="main" className="px-4 sm:px-6">
        {loading && <PlaceholderRows rows={6} label="Opening the editor" />}
      </main>
    );
  }
  return (
    <SessionEditor
      campaign={campaign.data.campaign}
      nodes={campaign.data.sequenceNodes}
      node={node}
      leads={leads.data.leads}
      leadTotal={leads.data.total}
      userId={person.data.user.id}
      model={person.data.model}
      snapshot={sessionId === null ? null : (snapshot.data ?? null)}
      place={place}
      onPlace={onPlace}
    />
  );
}
