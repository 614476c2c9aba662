import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { CampaignsPage } from "../../../features/campaigns/campaigns-page.tsx";

const Search = z.object({
  q: z.string().max(200).optional().catch(undefined),
  sort: z.enum(["updated", "name"]).optional().catch(undefined),
});

export const Route = createFileRoute("/_app/campaigns/")({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CampaignsPage
      q={search.q ?? ""}
      sort={search.sort ?? "updated"}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
