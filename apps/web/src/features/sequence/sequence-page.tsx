import { useCampaign } from "../../lib/use-campaign.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { DelayPanel } from "./delay-panel.tsx";
import { EmailPanel } from "./email-panel.tsx";
import { firstEmail } from "./sequence-strip.tsx";

interface Props {
  readonly campaignId: string;
  readonly selected: string | undefined;
  readonly onSelect: (nodeId: string | undefined) => void;
}

/** What stands on the chosen node, and what to do with it. */
export function SequencePage({ campaignId, selected, onSelect }: Props) {
  const { nodes, sessionOf, campaign } = useCampaign(campaignId);
  const node = nodes.find((other) => other.id === selected) ?? firstEmail(nodes);
  const isDraft = campaign.data?.campaign.status === "draft";
  if (node === undefined)
    return <EmptyState title="No email yet">Add one with the plus in the sequence above.</EmptyState>;
  const place =
    nodes.filter((other) => other.type === "email" || other.type === "ai").findIndex((other) => other.id === node.id) +
    1;
  const shared = { campaignId, node, isDraft, onRemoved: () => onSelect(undefined) };
  if (node.type === "delay") return <DelayPanel key={`${node.id}.${node.revision}`} {...shared} />;
  if (node.type === "end")
    return <p className="py-8 text-muted">The sequence ends here. A lead who has come this far gets nothing more.</p>;
  return <EmailPanel {...shared} number={place} session={sessionOf(node.id)} />;
}
