import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { SessionPage } from "../../../../../features/session/session-page.tsx";

const Search = z.object({
  tab: z.enum(["draft", "skeleton", "leads", "history", "checks"]).optional().catch(undefined),
  pane: z.enum(["chat", "email", "leads"]).optional().catch(undefined),
  v: z.coerce.number().int().min(1).optional().catch(undefined),
  lead: z.uuid().optional().catch(undefined),
});

export const Route = createFileRoute("/_app/campaigns/$campaignId_/nodes/$nodeId")({
  validateSearch: Search,
  component: Page,
});

function Page() {
  const { campaignId, nodeId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <SessionPage
      key={nodeId}
      campaignId={campaignId}
      nodeId={nodeId}
      place={search}
      onPlace={(change) => void navigate({ search: (now) => ({ ...now, ...change }), replace: true })}
    />
  );
}
