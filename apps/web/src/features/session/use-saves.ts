import type { Skeleton } from "@longhand/template";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { client } from "../../lib/trpc.ts";
import { toast } from "../../ui/toaster.tsx";
import type { EditorStores } from "./editor-stores.ts";

/** Changes of versions and proposals by the person. Each waits for the draft's own save first, and says what went wrong. */
export function useSaves({ session, draft }: EditorStores) {
  const [busy, setBusy] = useState(false);
  async function run(what: string, work: (sessionId: string) => Promise<unknown>): Promise<boolean> {
    const sessionId = session.get().live?.session.id;
    if (sessionId === undefined) return false;
    setBusy(true);
    try {
      await draft.flush();
      if (draft.get().conflict !== null) throw new Error("Choose between the two versions of the draft first.");
      await work(sessionId);
      await session.refresh();
      return true;
    } catch (error) {
      toast(what, {
        description: error instanceof Error && error.message.startsWith("Choose") ? error.message : errorText(error),
        problem: true,
      });
      await session.refresh();
      return false;
    } finally {
      setBusy(false);
    }
  }
  async function restoreDraft(version: number, former: number): Promise<boolean> {
    const done = await run("The version was not restored", (sessionId) =>
      client.sessions.restore.mutate({ sessionId, draftVersion: version }),
    );
    if (done)
      toast(`Restored version ${version}`, {
        undo: () =>
          void run("The restore was not undone", (sessionId) =>
            client.sessions.restore.mutate({ sessionId, draftVersion: former }),
          ),
      });
    return done;
  }
  return {
    busy,
    restoreDraft,
    restoreSkeleton: (version: number) =>
      run("The skeleton was not restored", (sessionId) =>
        client.sessions.restore.mutate({ sessionId, skeletonVersion: version }),
      ),
    async saveSkeleton(skeleton: Skeleton): Promise<void> {
      await run("The skeleton was not saved", (sessionId) => client.sessions.update.mutate({ sessionId, skeleton }));
    },
    decide: (ids: readonly string[], accept: boolean) =>
      run("The change was not taken", (sessionId) =>
        client.sessions.decideHunks.mutate({ sessionId, hunks: ids.map((id) => ({ id, accept })) }),
      ),
  };
}
