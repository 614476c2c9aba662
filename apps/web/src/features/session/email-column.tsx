import { Tabs } from "@base-ui/react/tabs";
import { lazy, Suspense, useMemo, useState, type ReactNode } from "react";
import type { CheckResult } from "@longhand/template/checks";
import { formatNumber } from "../../lib/format.ts";
import { useStore } from "../../lib/store.ts";
import { TabCount, tabClass } from "../../ui/tab-link.tsx";
import { isDirty } from "../draft/autosave.ts";
import { draftVersions, skeletonVersions } from "../history/group-versions.ts";
import { DraftTab } from "./draft-tab.tsx";
import { EmailFooter } from "./email-footer.tsx";
import type { EditorWorld } from "./editor-world.ts";
import type { Tab } from "./place.ts";
import type { Reveal } from "./reveal.ts";
import type { Selection } from "./session-door.ts";
import { useChecks } from "./use-checks.ts";
import { useFix } from "./use-fix.ts";
import { useSaves } from "./use-saves.ts";
import { SkeletonVersionBar } from "./skeleton-version-bar.tsx";

// Read when their tab is first opened: the editor opens with the draft.
const ChecksPane = lazy(async () => ({ default: (await import("../checks/checks-pane.tsx")).ChecksPane }));
const HistoryPane = lazy(async () => ({ default: (await import("../history/history-pane.tsx")).HistoryPane }));
const VersionView = lazy(async () => ({ default: (await import("../history/version-view.tsx")).VersionView }));
const SkeletonPane = lazy(async () => ({ default: (await import("../skeleton/skeleton-pane.tsx")).SkeletonPane }));
const LeadsTab = lazy(async () => ({ default: (await import("./leads-tab.tsx")).LeadsTab }));

interface Props extends EditorWorld {
  readonly isNarrow: boolean;
  readonly onAsk: (text: string | null, selection: Selection | null, quote: string | null) => void;
}

/** The email in five tabs, and what can be done with it. */
export function EmailColumn({ isNarrow, onAsk, ...world }: Props) {
  const { stores, place, onPlace, leadTotal, node } = world;
  const session = useStore(stores.session, (state) => state.live?.session ?? null);
  const dirty = useStore(stores.draft, isDirty);
  const checks = useChecks(stores.session);
  const fix = useFix(stores.draft, (text) => onAsk(text, null, null));
  const saves = useSaves(stores);
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const usual: Tab = node.type === "ai" ? "leads" : "draft";
  const tab: Tab = isNarrow && place.pane === "leads" ? "leads" : (place.tab ?? usual);
  const drafts = useMemo(() => draftVersions(session), [session]);
  const skeletons = useMemo(() => skeletonVersions(session), [session]);
  const viewed =
    tab === "draft" || tab === "history" ? drafts.find((version) => version.version === place.v) : undefined;
  const viewedSkeleton =
    tab === "skeleton"
      ? skeletons.find((version) => version.version === place.v && version.version !== session?.frameworkVersion)
      : undefined;
  const current = drafts.at(-1);
  const findings = (session?.checks?.errors ?? 0) + (session?.checks?.warnings ?? 0);
  const labels: readonly (readonly [Tab, string, number | null])[] = [
    ["draft", "Draft", null],
    ["skeleton", "Skeleton", null],
    ["leads", "Leads", leadTotal],
    ["history", "History", drafts.length === 0 ? null : drafts.length],
    ["checks", "Checks", findings === 0 ? null : findings],
  ];
  function show(result: CheckResult["spans"][number]): void {
    setReveal({ field: result.part, from: result.from, to: result.to });
    onPlace({ tab: undefined, v: undefined, pane: "email" });
  }
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(next: Tab) => onPlace({ tab: next === usual ? undefined : next, v: undefined })}
      className="flex min-h-0 flex-1 flex-col"
    >
      {!(isNarrow && place.pane === "leads") && (
        <Tabs.List
          aria-label="The email"
          className="flex shrink-0 gap-5 relative overflow-x-auto border-b border-hairline px-4 sm:px-6"
        >
          {labels
            .filter(([value]) => !isNarrow || value !== "leads")
            .map(([value, label, number]) => (
              <Tabs.Tab key={value} value={value} className={tabClass(value === tab)}>
                {label} {number !== null && <TabCount>{formatNumber(number)}</TabCount>}
              </Tabs.Tab>
            ))}
        </Tabs.List>
      )}
      <Panel tab="draft">
        {viewed !== undefined && current !== undefined ? (
          <VersionView
            version={viewed}
            current={current}
            before={drafts.find((version) => version.version === viewed.version - 1)}
            restoring={saves.busy}
            onRestore={() =>
              void saves.restoreDraft(viewed.version, current.version).then((done) => done && onPlace({ v: undefined }))
            }
            onBack={() => onPlace({ v: undefined })}
          />
        ) : (
          <DraftTab world={world} checks={checks.data} reveal={reveal} onAsk={onAsk} onFix={fix} />
        )}
      </Panel>
      <Panel tab="skeleton">
        {viewedSkeleton !== undefined && (
          <SkeletonVersionBar
            version={viewedSkeleton.version}
            busy={saves.busy}
            onRestore={() =>
              void saves.restoreSkeleton(viewedSkeleton.version).then((done) => done && onPlace({ v: undefined }))
            }
            onBack={() => onPlace({ v: undefined })}
          />
        )}
        <SkeletonPane session={session} viewed={viewedSkeleton} saving={saves.busy} onSave={saves.saveSkeleton} />
      </Panel>
      <Panel tab="leads">
        <LeadsTab world={world} />
      </Panel>
      <Panel tab="history">
        <HistoryPane
          session={session}
          onOpen={(target, version) =>
            onPlace({
              tab: target === "draft" ? undefined : "skeleton",
              v:
                version === (target === "draft" ? session?.draftVersion : session?.frameworkVersion)
                  ? undefined
                  : version,
            })
          }
        />
      </Panel>
      <Panel tab="checks">
        <ChecksPane
          checks={checks.data}
          error={checks.error}
          hasDraft={(session?.draftVersion ?? null) !== null}
          stale={dirty || checks.isPlaceholderData}
          onRetry={() => void checks.refetch()}
          onReveal={(part, from, to) => show({ part, from, to })}
          onFix={fix}
        />
      </Panel>
      <EmailFooter world={world} />
    </Tabs.Root>
  );
}

function Panel({ tab, children }: { readonly tab: Tab; readonly children: ReactNode }) {
  return (
    <Tabs.Panel value={tab} className="min-h-0 flex-1 overflow-y-auto outline-none">
      <Suspense>{children}</Suspense>
    </Tabs.Panel>
  );
}
