import { createFileRoute } from "@tanstack/react-router";
import { CoveragePage } from "../../../../features/leads/coverage-page.tsx";

export const Route = createFileRoute("/_app/campaigns/$campaignId/coverage")({ component: Page });

function Page() {
  return <CoveragePage campaignId={Route.useParams().campaignId} />;
}
