import { useMutation } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { errorText } from "../../lib/error-text.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import type { Campaign } from "../../lib/wire.ts";
import { Menu, MenuChoice } from "../../ui/menu.tsx";
import { toast } from "../../ui/toaster.tsx";
import { statusWords } from "./status-words.ts";

const statuses: readonly Campaign["status"][] = ["draft", "active", "paused", "completed"];

/** The recorded status. Longhand sends nothing itself; emails can be changed while the campaign is a draft. */
export function StatusMenu({ campaign }: { readonly campaign: Campaign }) {
  const record = useMutation(
    trpc.campaigns.recordStatus.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.campaigns.pathFilter()),
      onError: (error) => toast("The status was not changed", { description: errorText(error), problem: true }),
    }),
  );
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Status: ${statusWords[campaign.status]}`}
          className="inline-flex h-7 items-center gap-1 rounded-control border border-hairline px-2 text-table text-muted transition-colors hover:bg-sunken hover:text-ink pointer-coarse:h-11"
        >
          {statusWords[campaign.status]}
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      <MenuChoice
        label="Recorded status"
        value={campaign.status}
        choices={statuses.map((value) => ({ value, label: statusWords[value] }))}
        onChoose={(status) => record.mutate({ campaignId: campaign.id, status })}
      />
    </Menu>
  );
}
