import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { EllipsisVertical, Pencil, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { appCodeOf } from "../../lib/error-text.ts";
import { formatNumber } from "../../lib/format.ts";
import { useCampaign } from "../../lib/use-campaign.ts";
import { useShownLoading } from "../../lib/use-shown-loading.ts";
import { useTitle } from "../../lib/use-title.ts";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { iconButtonClass } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { PlaceholderRows } from "../../ui/placeholder.tsx";
import { TabCount, tabClass } from "../../ui/tab-link.tsx";
import { CampaignSettingsDialog } from "./campaign-settings-dialog.tsx";
import { DeleteCampaignDialog } from "./delete-campaign-dialog.tsx";
import { StatusMenu } from "./status-menu.tsx";

/** A campaign's head and sub-pages: name, status, sequence, tabs. */
export function CampaignLayout({ campaignId, strip }: { readonly campaignId: string; readonly strip: ReactNode }) {
  const { campaign: query } = useCampaign(campaignId);
  const loading = useShownLoading(query.isPending);
  const [dialog, setDialog] = useState<"settings" | "delete">();
  const navigate = useNavigate();
  const campaign = query.data?.campaign;
  useTitle(campaign?.name ?? "Campaign");
  return (
    <main id="main" className="mx-auto w-full max-w-[68rem] px-4 pt-8 pb-16 sm:px-6">
      {query.isError &&
        campaign === undefined &&
        (appCodeOf(query.error) === "not_found" ? (
          <CampaignGone />
        ) : (
          <ErrorState
            title="The campaign could not be read."
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        ))}
      {loading && campaign === undefined && <PlaceholderRows rows={5} label="Reading the campaign" />}
      {campaign !== undefined && (
        <>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-title font-semibold break-words">{campaign.name}</h1>
            <StatusMenu campaign={campaign} />
            <div className="ml-auto">
              <Menu
                align="end"
                trigger={
                  <button type="button" aria-label="More for this campaign" className={iconButtonClass()}>
                    <EllipsisVertical size={16} aria-hidden />
                  </button>
                }
              >
                <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setDialog("settings")}>
                  Name, sender, signature
                </MenuItem>
                <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setDialog("delete")}>
                  Delete…
                </MenuItem>
              </Menu>
            </div>
          </div>
          {strip}
          <nav aria-label="Campaign" className="mt-6 flex gap-6 relative overflow-x-auto border-b border-hairline">
            <Link
              to="/campaigns/$campaignId"
              params={{ campaignId }}
              activeOptions={{ exact: true, includeSearch: false }}
              inactiveProps={{ className: tabClass(false) }}
              activeProps={{ className: tabClass(true) }}
            >
              Sequence
            </Link>
            <Link
              to="/campaigns/$campaignId/leads"
              params={{ campaignId }}
              inactiveProps={{ className: tabClass(false) }}
              activeProps={{ className: tabClass(true) }}
            >
              Leads <TabCount>{formatNumber(campaign.stats.leadCount)}</TabCount>
            </Link>
            <Link
              to="/campaigns/$campaignId/coverage"
              params={{ campaignId }}
              inactiveProps={{ className: tabClass(false) }}
              activeProps={{ className: tabClass(true) }}
            >
              Coverage
            </Link>
          </nav>
          <Outlet />
          {dialog === "settings" && <CampaignSettingsDialog campaign={campaign} onClose={() => setDialog(undefined)} />}
          {dialog === "delete" && (
            <DeleteCampaignDialog
              campaign={campaign}
              onClose={() => setDialog(undefined)}
              onDeleted={() => void navigate({ to: "/campaigns" })}
            />
          )}
        </>
      )}
    </main>
  );
}

function CampaignGone() {
  return (
    <EmptyState
      title="This campaign is not here"
      action={
        <Link to="/campaigns" className={buttonClass("primary")}>
          Go to your campaigns
        </Link>
      }
    >
      It was deleted, or it belongs to another account.
    </EmptyState>
  );
}
