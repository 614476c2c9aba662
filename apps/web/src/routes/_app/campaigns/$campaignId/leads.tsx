import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { LeadsPage } from "../../../../features/leads/leads-page.tsx";

const Search = z.object({
  q: z.string().max(200).optional().catch(undefined),
  missing: z.string().max(140).optional().catch(undefined),
});

export const Route = createFileRoute("/_app/campaigns/$campaignId/leads")({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <LeadsPage
      campaignId={Route.useParams().campaignId}
      q={search.q ?? ""}
      missing={search.missing}
      onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
    />
  );
}
