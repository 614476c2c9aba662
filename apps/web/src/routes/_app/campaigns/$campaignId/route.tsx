import { createFileRoute, useMatchRoute } from "@tanstack/react-router";
import { z } from "zod";
import { CampaignLayout } from "../../../../features/campaigns/campaign-layout.tsx";
import { SequenceStrip } from "../../../../features/sequence/sequence-strip.tsx";

const Search = z.object({ node: z.uuid().optional().catch(undefined) });

export const Route = createFileRoute("/_app/campaigns/$campaignId")({ validateSearch: Search, component: Page });

function Page() {
  const { campaignId } = Route.useParams();
  const { node } = Route.useSearch();
  const isSequence = useMatchRoute()({ to: "/campaigns/$campaignId", params: { campaignId } }) !== false;
  return (
    <CampaignLayout
      campaignId={campaignId}
      strip={<SequenceStrip campaignId={campaignId} selected={isSequence ? node : undefined} mark={isSequence} />}
    />
  );
}
