import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import type { CampaignNode, SessionRow } from "../../lib/wire.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { toast } from "../../ui/toaster.tsx";

interface Props {
  readonly campaignId: string;
  readonly node: CampaignNode;
  readonly session: SessionRow | undefined;
  readonly onRemoved: () => void;
}

/** Removes at once, with undo, what can be put back whole; asks first where a chat hangs on the node. */
export function RemoveNodeButton({ campaignId, node, session, onRemoved }: Props) {
  const [asking, setAsking] = useState(false);
  const refresh = () => queryClient.invalidateQueries(trpc.campaigns.pathFilter());
  const add = useMutation(
    trpc.nodes.add.mutationOptions({
      onSuccess: refresh,
      onError: (error) => toast("It could not be put back", { description: errorText(error), problem: true }),
    }),
  );
  const remove = useMutation(
    trpc.nodes.remove.mutationOptions({
      onSuccess() {
        void refresh();
        setAsking(false);
        onRemoved();
        toast(node.type === "delay" ? "Wait removed" : "Email removed", session === undefined ? { undo: putBack } : {});
      },
      onError: (error) => toast("It was not removed", { description: errorText(error), problem: true }),
    }),
  );
  function putBack(): void {
    const { type, position, subject, body, delayDays, delayHours, delayMinutes, aiNode } = node;
    const content =
      type === "delay"
        ? { delayDays, delayHours, delayMinutes }
        : type === "ai"
          ? { subject, body, purpose: aiNode?.purpose ?? null }
          : { subject, body };
    add.mutate({ campaignId, type, position, ...content });
  }
  const run = () => remove.mutate({ campaignId, nodeId: node.id });
  return (
    <>
      <IconButton
        label={node.type === "delay" ? "Remove this wait" : "Remove this email"}
        disabled={remove.isPending}
        onClick={session === undefined ? run : () => setAsking(true)}
      >
        <Trash2 size={16} aria-hidden />
      </IconButton>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={run}
        busy={remove.isPending}
        title="Remove this email?"
        verb="Remove email"
      >
        Its chat and drafts stay stored but leave this page with it. This cannot be undone here.
      </ConfirmDialog>
    </>
  );
}
