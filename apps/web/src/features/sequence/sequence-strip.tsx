import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { Fragment, useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useCampaign } from "../../lib/use-campaign.ts";
import type { CampaignNode } from "../../lib/wire.ts";
import { iconButtonClass } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { toast } from "../../ui/toaster.tsx";
import { NodeCard } from "./node-card.tsx";

interface Props {
  readonly campaignId: string;
  readonly selected: string | undefined;
  /** Whether the page below shows a node, so that one is marked. */
  readonly mark: boolean;
}

/** The campaign's nodes from left to right, with their states; add, move and choose. */
export function SequenceStrip({ campaignId, selected, mark }: Props) {
  const { campaign, nodes, sessionOf } = useCampaign(campaignId);
  const navigate = useNavigate();
  const [dragged, setDragged] = useState<string>();
  const settle = {
    onSuccess: () => queryClient.invalidateQueries(trpc.campaigns.pathFilter()),
    onError: (error: unknown) =>
      toast("The sequence was not changed", { description: errorText(error), problem: true }),
  };
  const add = useMutation(trpc.nodes.add.mutationOptions(settle));
  const move = useMutation(trpc.nodes.move.mutationOptions(settle));
  const current = mark ? (selected ?? firstEmail(nodes)?.id) : undefined;
  const isDraft = campaign.data?.campaign.status === "draft";
  function moveTo(node: CampaignNode, toPosition: number): void {
    if (toPosition < 0 || toPosition >= nodes.length || node.position === toPosition || !isDraft) return;
    move.mutate({ campaignId, nodeId: node.id, toPosition });
  }
  const emails = nodes.filter((node) => node.type === "email" || node.type === "ai");
  return (
    <div className="-mx-4 mt-5 relative overflow-x-auto px-4 pb-1 sm:mx-0 sm:px-0">
      <ol aria-label="Sequence" className="flex min-w-max items-stretch">
        {nodes.map((node, index) => {
          const place = emails.indexOf(node) + 1;
          return (
            <Fragment key={node.id}>
              {index > 0 && <li aria-hidden className="w-3 self-center border-t border-edge/60" />}
              <li
                className="flex"
                draggable={isDraft && node.type !== "end"}
                onDragStart={() => setDragged(node.id)}
                onDragEnd={() => setDragged(undefined)}
                onDragOver={(event) => dragged !== undefined && event.preventDefault()}
                onDrop={() => {
                  const from = nodes.find((other) => other.id === dragged);
                  if (from !== undefined) moveTo(from, node.position);
                }}
              >
                <NodeCard
                  node={node}
                  session={sessionOf(node.id)}
                  number={place > 0 ? place : undefined}
                  current={node.id === current}
                  onChoose={() =>
                    void navigate({
                      to: "/campaigns/$campaignId",
                      params: { campaignId },
                      search: { node: node.id },
                      resetScroll: false,
                    })
                  }
                  onOpen={() =>
                    void navigate({
                      to: "/campaigns/$campaignId/nodes/$nodeId",
                      params: { campaignId, nodeId: node.id },
                    })
                  }
                  onMove={(by) => moveTo(node, node.position + by)}
                />
              </li>
            </Fragment>
          );
        })}
        {isDraft && (
          <li className="ml-2 flex items-center">
            <Menu
              trigger={
                <button
                  type="button"
                  aria-label="Add to the sequence"
                  className={iconButtonClass()}
                  disabled={add.isPending}
                >
                  <Plus size={16} aria-hidden />
                </button>
              }
            >
              <MenuItem onSelect={() => add.mutate({ campaignId, type: "email" })}>
                Email, one text with variables
              </MenuItem>
              <MenuItem onSelect={() => add.mutate({ campaignId, type: "ai", purpose: "Follow up" })}>
                Email, written per lead
              </MenuItem>
              <MenuItem onSelect={() => add.mutate({ campaignId, type: "delay", delayDays: 3 })}>Wait</MenuItem>
            </Menu>
          </li>
        )}
      </ol>
    </div>
  );
}

export function firstEmail(nodes: readonly CampaignNode[]): CampaignNode | undefined {
  return nodes.find((node) => node.type === "email" || node.type === "ai");
}
