import { useQuery } from "@tanstack/react-query";
import { Link, type useMatches } from "@tanstack/react-router";
import { z } from "zod";
import { trpc } from "../lib/trpc.ts";

const Params = z.object({ campaignId: z.uuid(), nodeId: z.uuid().optional() });

/** Where the page lies: campaign, and the email in it. */
export function Breadcrumb({ matches }: { readonly matches: ReturnType<typeof useMatches> }) {
  const params = Params.safeParse(matches.at(-1)?.params);
  const campaignId = params.success ? params.data.campaignId : "";
  const { data } = useQuery({ ...trpc.campaigns.get.queryOptions({ campaignId }), enabled: params.success });
  if (!params.success || data === undefined) return null;
  const emails = data.sequenceNodes.filter((node) => node.type === "email" || node.type === "ai");
  const place = emails.findIndex((node) => node.id === params.data.nodeId);
  return (
    <nav aria-label="Where you are" className="flex min-w-0 items-center gap-2 text-ui">
      <span aria-hidden className="text-edge">
        /
      </span>
      <Link
        to="/campaigns/$campaignId"
        params={{ campaignId }}
        className="min-w-0 truncate rounded-chip text-muted transition-colors hover:text-ink"
      >
        {data.campaign.name}
      </Link>
      {place >= 0 && (
        <>
          <span aria-hidden className="text-edge">
            /
          </span>
          <span aria-current="page" className="shrink-0 font-medium">
            Email {place + 1}
          </span>
        </>
      )}
    </nav>
  );
}
