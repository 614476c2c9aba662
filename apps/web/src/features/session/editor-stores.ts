import { z } from "zod";
import { appCodeOf, detailsOf, errorText } from "../../lib/error-text.ts";
import { client } from "../../lib/trpc.ts";
import type { Session, Snapshot } from "../../lib/wire.ts";
import type { StoredText } from "../draft/autosave.ts";
import { createDraftStore, type DraftStore, type SaveAnswer } from "../draft/draft-store.ts";
import { createOutbox } from "./outbox.ts";
import { createSends, type Sends } from "./sends.ts";
import { createSessionDoor } from "./session-door.ts";
import { createSessionStore, type SessionStore } from "./session-store.ts";

/** What the editor of one node lives on, outside React. */
export interface EditorStores {
  readonly session: SessionStore;
  readonly sends: Sends;
  readonly draft: DraftStore;
  open(): void;
  close(): void;
}

const Current = z.object({
  current: z.object({ revision: z.number(), draftSubject: z.string().nullable(), draftBody: z.string().nullable() }),
});

/** A hidden page keeps its stream this long; then it reads again when it is seen. */
const hiddenMs = 60_000;

export function createEditorStores(
  place: { readonly campaignId: string; readonly nodeId: string; readonly userId: string },
  snapshot: Snapshot | null,
): EditorStores {
  const { campaignId, nodeId, userId } = place;
  const door = createSessionDoor(campaignId, nodeId);
  const session = createSessionStore(door, snapshot);
  const draft = createDraftStore({
    base: storedText(snapshot?.session),
    save: saveTo(session),
    copyKey: `own.${userId}.${nodeId}.draft`,
  });
  const sends = createSends({ session, door, outbox: createOutbox(userId, nodeId), beforeSend: draft.flush });
  let unsubscribe: (() => void) | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  function watchPage(): void {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(session.close, hiddenMs);
    else session.open();
  }
  return {
    session,
    sends,
    draft,
    open() {
      unsubscribe = session.subscribe(() => {
        const { live } = session.get();
        if (live !== null) draft.arrive(storedText(live.session));
      });
      draft.open();
      session.open();
      sends.open();
      document.addEventListener("visibilitychange", watchPage);
    },
    close() {
      document.removeEventListener("visibilitychange", watchPage);
      clearTimeout(hiding);
      sends.close();
      session.close();
      draft.close();
      unsubscribe?.();
    },
  };
}

/** The draft of a session as the editor holds it; a node without a session has an empty one of revision 0. */
export function storedText(session: Session | undefined): StoredText {
  return { revision: session?.revision ?? 0, subject: session?.draftSubject ?? "", body: session?.draftBody ?? "" };
}

function saveTo(session: SessionStore) {
  return async (text: { readonly subject: string; readonly body: string }, revision: number): Promise<SaveAnswer> => {
    try {
      const sessionId = await session.ensure();
      // A session made just now stands where nobody has written yet.
      const ifRevision = revision === 0 ? (session.get().live?.session.revision ?? 1) : revision;
      const saved = await client.sessions.update.mutate({
        sessionId,
        draftSubject: text.subject,
        draftBody: text.body,
        ifRevision,
      });
      return { type: "saved", revision: saved.revision };
    } catch (error) {
      const current = appCodeOf(error) === "revision_conflict" ? Current.safeParse(detailsOf(error)) : undefined;
      if (current?.success !== true) return { type: "failed", reason: errorText(error) };
      const { revision: now, draftSubject, draftBody } = current.data.current;
      return { type: "refused", theirs: { revision: now, subject: draftSubject ?? "", body: draftBody ?? "" } };
    }
  };
}
