import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import type { CampaignNode } from "../../lib/wire.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { RemoveNodeButton } from "./remove-node-button.tsx";

const longestMinutes = 30 * 24 * 60;

interface Props {
  readonly campaignId: string;
  readonly node: CampaignNode;
  readonly isDraft: boolean;
  readonly onRemoved: () => void;
}

export function DelayPanel({ campaignId, node, isDraft, onRemoved }: Props) {
  const [delay, setDelay] = useState({
    delayDays: node.delayDays,
    delayHours: node.delayHours,
    delayMinutes: node.delayMinutes,
  });
  const update = useMutation(
    trpc.nodes.update.mutationOptions({ onSuccess: () => queryClient.invalidateQueries(trpc.campaigns.pathFilter()) }),
  );
  const minutes = delay.delayDays * 1440 + delay.delayHours * 60 + delay.delayMinutes;
  const wrong =
    minutes < 1 ? "Wait at least 1 minute." : minutes > longestMinutes ? "Wait at most 30 days." : undefined;
  const changed =
    delay.delayDays !== node.delayDays ||
    delay.delayHours !== node.delayHours ||
    delay.delayMinutes !== node.delayMinutes;
  const part = (key: keyof typeof delay, label: string) => (
    <TextField
      label={label}
      type="number"
      min={0}
      inputMode="numeric"
      className="w-24"
      disabled={!isDraft}
      value={delay[key]}
      onChange={(event) => setDelay({ ...delay, [key]: Math.max(0, Math.floor(event.target.valueAsNumber || 0)) })}
    />
  );
  return (
    <section aria-label="Wait" className="grid justify-items-start gap-4 pt-6">
      <h2 className="text-ui font-semibold">Wait before the next email</h2>
      <div className="flex flex-wrap gap-3">
        {part("delayDays", "Days")}
        {part("delayHours", "Hours")}
        {part("delayMinutes", "Minutes")}
      </div>
      {wrong !== undefined && (
        <p role="alert" className="text-table text-danger">
          {wrong}
        </p>
      )}
      {update.isError && (
        <p role="alert" className="text-table text-danger">
          {errorText(update.error)}
        </p>
      )}
      {isDraft && (
        <div className="flex gap-2">
          <Button
            look="primary"
            disabled={!changed || wrong !== undefined || update.isPending}
            onClick={() => update.mutate({ campaignId, nodeId: node.id, ...delay, ifRevision: node.revision })}
          >
            {update.isPending ? "Saving…" : "Save wait"}
          </Button>
          <RemoveNodeButton campaignId={campaignId} node={node} session={undefined} onRemoved={onRemoved} />
        </div>
      )}
    </section>
  );
}
