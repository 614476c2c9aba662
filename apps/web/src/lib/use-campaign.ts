import { useQuery } from "@tanstack/react-query";
import { trpc } from "./trpc.ts";
import type { CampaignNode, SessionRow } from "./wire.ts";

/** While a node works, the campaign page asks again this often; it has no stream. */
const workingMs = 5_000;

/** A campaign with its nodes, and the session of each node that has one. */
export function useCampaign(campaignId: string) {
  const campaign = useQuery(trpc.campaigns.get.queryOptions({ campaignId }));
  const sessions = useQuery({
    ...trpc.sessions.list.queryOptions({ campaignId, limit: 200 }),
    refetchInterval: (query) =>
      query.state.data?.sessions.some((session) => session.taskStatus !== null) ? workingMs : false,
  });
  const rows: readonly SessionRow[] = sessions.data?.sessions ?? [];
  const nodes: readonly CampaignNode[] = campaign.data?.sequenceNodes ?? [];
  return { campaign, nodes, sessionOf: (nodeId: string) => rows.find((row) => row.nodeId === nodeId) };
}
