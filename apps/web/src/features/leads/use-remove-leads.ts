import type { LeadInput } from "@longhand/api/contract";
import { useMutation } from "@tanstack/react-query";
import { errorText } from "../../lib/error-text.ts";
import { count } from "../../lib/format.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import type { Lead } from "../../lib/wire.ts";
import { toast } from "../../ui/toaster.tsx";

/** Deletes leads at once; undo adds them again with the same values. */
export function useRemoveLeads(campaignId: string, onRemoved: () => void) {
  function refresh(): void {
    void queryClient.invalidateQueries(trpc.leads.pathFilter());
    void queryClient.invalidateQueries(trpc.campaigns.pathFilter());
  }
  const putBack = useMutation(
    trpc.leads.import.mutationOptions({
      onSuccess: refresh,
      onError: (error) => toast("The leads could not be put back", { description: errorText(error), problem: true }),
    }),
  );
  const remove = useMutation(trpc.leads.remove.mutationOptions());
  function run(leads: readonly Lead[]): void {
    remove.mutate(
      { campaignId, leadIds: leads.map((lead) => lead.id) },
      {
        onSuccess() {
          refresh();
          onRemoved();
          toast(`Deleted ${count(leads.length, "lead")}`, {
            undo: () => putBack.mutate({ campaignId, leads: leads.map(toInput) }),
          });
        },
        onError: (error) => toast("The leads were not deleted", { description: errorText(error), problem: true }),
      },
    );
  }
  return { run, isPending: remove.isPending };
}

function toInput(lead: Lead): LeadInput {
  const { email, linkedinUrl, firstName, lastName, company, position, headline, customFields } = lead;
  return { email, linkedinUrl, firstName, lastName, company, position, headline, customFields };
}
