import { createCatalogue } from "@longhand/template";
import type { CheckResult } from "@longhand/template/checks";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo } from "react";
import { useStore } from "../../lib/store.ts";
import { toTemplateLead } from "../../lib/template-lead.ts";
import { trpc } from "../../lib/trpc.ts";
import type { Checks } from "../../lib/wire.ts";
import { PlaceholderRows } from "../../ui/placeholder.tsx";
import { fixLabel } from "../checks/fix-label.ts";
import type { EditorWorld } from "./editor-world.ts";
import type { Reveal } from "./reveal.ts";
import type { Selection } from "./session-door.ts";
import { saveNow } from "./use-editor-keys.ts";
import { useSaves } from "./use-saves.ts";

const DraftPane = lazy(() => import("../draft/draft-pane.tsx"));

interface Props {
  readonly world: EditorWorld;
  readonly checks: Checks | undefined;
  readonly reveal: Reveal | null;
  readonly onAsk: (text: string | null, selection: Selection | null, quote: string | null) => void;
  readonly onFix: (result: CheckResult) => void;
}

const wishes = {
  Shorter: "Make these words shorter.",
  Softer: "Say these words more softly.",
  Rephrase: "Say these words in another way.",
} as const;

/** The draft pane with the session's findings, proposal and growing preview. */
export function DraftTab({ world, checks, reveal, onAsk, onFix }: Props) {
  const { stores, leads, campaign } = world;
  const session = useStore(stores.session, (state) => state.live?.session ?? null);
  const preview = useStore(
    stores.session,
    (state) => state.live?.steps.findLast((step) => step.preview?.target === "draft")?.preview ?? null,
  );
  const saves = useSaves(stores);
  const coverage = useQuery(trpc.leads.coverage.queryOptions({ campaignId: campaign.id }));
  const variables = useMemo(() => {
    const filled = new Map(coverage.data?.variables.map((item) => [item.variable, item.filled]));
    const total = coverage.data?.total ?? 0;
    const names = createCatalogue({ leads: leads.map(toTemplateLead), names: [...filled.keys()] }).names;
    return names.map((name) => ({ name, filled: name.startsWith("sender_") ? total : (filled.get(name) ?? 0), total }));
  }, [coverage.data, leads]);
  const isCurrent = checks !== undefined && checks.revision === session?.revision;
  const marks = useMemo(
    () =>
      !isCurrent || checks.report === null
        ? []
        : checks.report.results
            .filter((result) => result.status === "fail")
            .flatMap((result) =>
              result.spans.map((span) => ({
                field: span.part,
                from: span.from,
                to: span.to,
                severity: result.severity,
                message: result.message,
                fix: result.fix === undefined ? null : fixLabel(result.fix, result.about),
                result,
              })),
            ),
    [isCurrent, checks],
  );
  return (
    <Suspense
      fallback={
        <div className="px-4 sm:px-8">
          <PlaceholderRows rows={6} label="Opening the draft" />
        </div>
      }
    >
      <DraftPane
        draft={stores.draft}
        variables={variables}
        marks={marks}
        proposal={session?.proposal ?? null}
        deciding={saves.busy}
        preview={preview}
        reveal={reveal}
        onSaveNow={() => void saveNow(world)}
        onDecide={(ids, accept) => void saves.decide(ids, accept)}
        onFix={(mark) => onFix(mark.result)}
        onWish={(wish, field, words) => {
          void stores.draft.flush().then(() => {
            const { base } = stores.draft.get();
            const selection: Selection = {
              field,
              from: words.from,
              to: words.to,
              revision: Math.max(1, base.revision),
            };
            onAsk(wish === "Ask…" ? null : wishes[wish], selection, words.text);
          });
        }}
      />
    </Suspense>
  );
}
