import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { SequencePage } from "../../../../features/sequence/sequence-page.tsx";

const Search = z.object({ node: z.uuid().optional().catch(undefined) });

export const Route = createFileRoute("/_app/campaigns/$campaignId/")({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return (
    <SequencePage
      campaignId={Route.useParams().campaignId}
      selected={Route.useSearch().node}
      onSelect={(node) => void navigate({ search: { node }, replace: true, resetScroll: false })}
    />
  );
}
