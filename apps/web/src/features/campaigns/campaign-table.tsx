import { Link } from "@tanstack/react-router";
import { ArrowDown, EllipsisVertical, Trash2 } from "lucide-react";
import { useState } from "react";
import { formatAgo, formatInstant, formatNumber } from "../../lib/format.ts";
import type { Campaign } from "../../lib/wire.ts";
import { cx } from "../../ui/cx.ts";
import { iconButtonClass } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import type { CampaignSort } from "./campaign-sort.ts";
import { DeleteCampaignDialog } from "./delete-campaign-dialog.tsx";
import { statusWords } from "./status-words.ts";

const head = "h-9 border-b border-hairline pr-4 text-left text-table font-normal text-muted whitespace-nowrap";
const nameCell = "h-12 max-w-0 border-b border-hairline pr-4";
const cell = "h-12 border-b border-hairline pr-4 text-table text-muted tabular-nums whitespace-nowrap";

interface Props {
  readonly campaigns: readonly Campaign[];
  readonly sort: CampaignSort;
  readonly onSort: (sort: CampaignSort) => void;
}

export function CampaignTable({ campaigns, sort, onSort }: Props) {
  const [deleting, setDeleting] = useState<Campaign>();
  return (
    <>
      <table className="mt-5 w-full border-collapse">
        <thead>
          <tr>
            <SortHead word="Name" by="name" sort={sort} onSort={onSort} className="w-full" />
            <th className={cx(head, "max-sm:hidden")}>Status</th>
            <th className={cx(head, "text-right")}>Emails written</th>
            <th className={cx(head, "text-right max-sm:hidden")}>Leads</th>
            <SortHead word="Updated" by="updated" sort={sort} onSort={onSort} className="max-sm:hidden" />
            <th className={cx(head, "pr-0")}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <tr key={campaign.id} className="group relative hover:bg-sunken">
              <td className={nameCell}>
                <Link
                  to="/campaigns/$campaignId"
                  params={{ campaignId: campaign.id }}
                  className="block truncate font-medium after:absolute after:inset-0"
                >
                  {campaign.name}
                </Link>
              </td>
              <td className={cx(cell, "max-sm:hidden")}>{statusWords[campaign.status]}</td>
              <td className={cx(cell, "text-right")}>
                {campaign.stats.draftedCount} of {campaign.stats.emailCount}
              </td>
              <td className={cx(cell, "text-right max-sm:hidden")}>{formatNumber(campaign.stats.leadCount)}</td>
              <td className={cx(cell, "max-sm:hidden")}>
                <time dateTime={campaign.updatedAt} title={formatInstant(campaign.updatedAt)}>
                  {formatAgo(campaign.updatedAt)}
                </time>
              </td>
              <td className={cx(cell, "relative pr-0 text-right")}>
                <Menu
                  align="end"
                  trigger={
                    <button type="button" aria-label={`More for ${campaign.name}`} className={iconButtonClass()}>
                      <EllipsisVertical size={16} aria-hidden />
                    </button>
                  }
                >
                  <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setDeleting(campaign)}>
                    Delete…
                  </MenuItem>
                </Menu>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {deleting !== undefined && <DeleteCampaignDialog campaign={deleting} onClose={() => setDeleting(undefined)} />}
    </>
  );
}

function SortHead({
  word,
  by,
  sort,
  onSort,
  className,
}: {
  readonly word: string;
  readonly by: CampaignSort;
  readonly sort: CampaignSort;
  readonly onSort: (sort: CampaignSort) => void;
  readonly className?: string;
}) {
  const current = sort === by;
  return (
    <th className={cx(head, className)} aria-sort={current ? (by === "name" ? "ascending" : "descending") : "none"}>
      <button
        type="button"
        className={cx("inline-flex items-center gap-1 hover:text-ink", current && "text-ink")}
        onClick={() => onSort(by)}
      >
        {word}
        <ArrowDown size={12} aria-hidden className={cx(!current && "opacity-0", by === "name" && "rotate-180")} />
      </button>
    </th>
  );
}
