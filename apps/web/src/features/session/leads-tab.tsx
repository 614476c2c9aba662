import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import { errorText } from "../../lib/error-text.ts";
import { useStore } from "../../lib/store.ts";
import { toTemplateSender } from "../../lib/template-lead.ts";
import { client } from "../../lib/trpc.ts";
import { toast } from "../../ui/toaster.tsx";
import { LeadsPane } from "../preview/leads-pane.tsx";
import type { EditorWorld } from "./editor-world.ts";

/** Previews and examples of the session at hand. */
export function LeadsTab({ world }: { readonly world: EditorWorld }) {
  const { stores, leads, leadTotal, campaign, place, onPlace } = world;
  const own = useStore(stores.draft, (state) => state.own);
  const live = useStore(stores.session, (state) => state.live);
  const sender = useMemo(() => toTemplateSender(campaign.sender), [campaign.sender]);
  const write = useMutation({
    async mutationFn(leadIds: readonly string[] | undefined) {
      await stores.draft.flush();
      const sessionId = await stores.session.ensure();
      await client.examples.generate.mutate(
        leadIds === undefined
          ? { sessionId, isFirstBatch: true }
          : { sessionId, leadIds: [...leadIds], isFirstBatch: false },
      );
      await stores.session.refresh();
    },
    onError: (error) => toast("The examples were not started", { description: errorText(error), problem: true }),
  });
  const run = live?.run ?? null;
  const hasSkeleton = (live?.session.skeleton ?? null) !== null;
  const whyNot = !hasSkeleton ? "Chat first: examples follow the skeleton." : null;
  const progress = run?.kind === "examples" ? (run.progress ?? { done: 0, total: 0 }) : null;
  return (
    <LeadsPane
      draft={own}
      leads={leads}
      total={leadTotal}
      sender={sender}
      examples={live?.session.generatedExamples ?? []}
      progress={progress}
      canWrite={hasSkeleton && run === null && !write.isPending}
      whyNot={whyNot}
      chosen={place.lead}
      onChoose={(lead) => onPlace({ lead })}
      onWrite={(leadIds) => write.mutate(leadIds)}
    />
  );
}
