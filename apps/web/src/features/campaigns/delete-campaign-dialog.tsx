import { useMutation } from "@tanstack/react-query";
import { errorText } from "../../lib/error-text.ts";
import { count } from "../../lib/format.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import type { Campaign } from "../../lib/wire.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toaster.tsx";

interface Props {
  readonly campaign: Campaign;
  readonly onClose: () => void;
  readonly onDeleted?: () => void;
}

export function DeleteCampaignDialog({ campaign, onClose, onDeleted }: Props) {
  const remove = useMutation(
    trpc.campaigns.remove.mutationOptions({
      onSuccess() {
        void queryClient.invalidateQueries(trpc.campaigns.list.pathFilter());
        toast(`Deleted “${campaign.name}”`);
        onClose();
        onDeleted?.();
      },
    }),
  );
  const { stats } = campaign;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="Delete this campaign?"
      verb={remove.isPending ? "Deleting…" : "Delete campaign"}
      typeToConfirm={campaign.name}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ campaignId: campaign.id })}
    >
      <p>
        {count(stats.emailCount, "email")}, {count(stats.sessionCount, "chat")} with every version, and{" "}
        {count(stats.leadCount, "lead")} go with it. This cannot be undone.
      </p>
      {remove.isError && (
        <p role="alert" className="mt-2 text-danger">
          {errorText(remove.error)}
        </p>
      )}
    </ConfirmDialog>
  );
}
