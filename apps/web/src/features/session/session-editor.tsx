import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { readStored, writeStored } from "../../lib/storage.ts";
import { useStore } from "../../lib/store.ts";
import { narrow, useMedia } from "../../lib/use-media.ts";
import { useTitle } from "../../lib/use-title.ts";
import type { Snapshot } from "../../lib/wire.ts";
import { cx } from "../../ui/cx.ts";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";
import { Splitter } from "../../ui/splitter.tsx";
import { ChatColumn, type ChatHandle } from "./chat-column.tsx";
import { ConnectionBar } from "./connection-bar.tsx";
import { createEditorStores } from "./editor-stores.ts";
import type { EditorWorld } from "./editor-world.ts";
import { EmailColumn } from "./email-column.tsx";
import { PaneTabs } from "./pane-tabs.tsx";
import { useAnnouncements } from "./use-announcements.ts";
import { useEditorKeys } from "./use-editor-keys.ts";

interface Props extends Omit<EditorWorld, "stores"> {
  readonly snapshot: Snapshot | null;
}

const shares = { min: 30, max: 55, usual: 38 };

/** The chat editor of one node: chat on the left, the email on the right, three tabs where there is no room. */
export function SessionEditor({ snapshot, ...world }: Props) {
  const { campaign, nodes, node, place, onPlace, userId } = world;
  const [stores] = useState(() => createEditorStores({ campaignId: campaign.id, nodeId: node.id, userId }, snapshot));
  const [share, setShare] = useState(
    () => readStored("splitter", z.number().min(shares.min).max(shares.max)) ?? shares.usual,
  );
  const chat = useRef<ChatHandle>(null);
  const isNarrow = useMedia(narrow);
  const working = useStore(stores.session, (state) => (state.live?.run ?? null) !== null);
  useEffect(() => {
    stores.open();
    return () => stores.close();
  }, [stores]);
  const number =
    nodes.filter((other) => other.type === "email" || other.type === "ai").findIndex((other) => other.id === node.id) +
    1;
  useTitle(`${working ? "Working: " : ""}Email ${number}, ${campaign.name}`);
  useAnnouncements(stores.session);
  useEditorKeys({ ...world, stores }, chat);
  const pane = place.pane ?? "chat";
  const full = { ...world, stores };
  return (
    <main id="main" className="flex h-[calc(100dvh-3rem)] min-h-0 flex-col overflow-hidden">
      <h1 className="sr-only">
        Email {number} of {campaign.name}
      </h1>
      <ConnectionBar session={stores.session} />
      {isNarrow && (
        <PaneTabs
          session={stores.session}
          pane={pane}
          onPane={(next) =>
            onPlace({
              pane: next,
              ...(next === "leads"
                ? { tab: "leads" as const }
                : next === "email" && place.tab === "leads"
                  ? { tab: undefined }
                  : {}),
            })
          }
        />
      )}
      <div className="flex min-h-0 flex-1">
        <section
          aria-label="Chat"
          className={cx(
            "min-h-0 min-w-0 flex-col",
            isNarrow ? (pane === "chat" ? "flex w-full" : "hidden") : "flex min-w-[22.5rem]",
          )}
          style={isNarrow ? undefined : { width: `${share}%` }}
        >
          <ErrorBoundary name="The chat">
            <ChatColumn ref={chat} {...full} />
          </ErrorBoundary>
        </section>
        {!isNarrow && (
          <Splitter
            label="Width of the chat"
            value={share}
            min={shares.min}
            max={shares.max}
            onChange={(next) => {
              setShare(next);
              writeStored("splitter", next);
            }}
          />
        )}
        <section
          aria-label="Email"
          className={cx("min-h-0 min-w-0 flex-1 flex-col bg-surface", isNarrow && pane === "chat" ? "hidden" : "flex")}
        >
          <ErrorBoundary name="The email">
            <EmailColumn
              {...full}
              isNarrow={isNarrow}
              onAsk={(text, selection, quote) => chat.current?.ask(text, selection, quote)}
            />
          </ErrorBoundary>
        </section>
      </div>
    </main>
  );
}
