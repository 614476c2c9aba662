import { useEffect, useRef, type RefObject } from "react";
import { offerCommands } from "../../lib/commands.ts";
import { hasMod, isTyping } from "../../lib/keys.ts";
import { toast } from "../../ui/toaster.tsx";
import { saveWords } from "../draft/save-state.tsx";
import { entryFor, keyOf } from "../palette/registry.ts";
import type { ChatHandle } from "./chat-column.tsx";
import type { EditorWorld } from "./editor-world.ts";
import type { Tab } from "./place.ts";

/** Save at once, and say how it went. */
export async function saveNow(world: Pick<EditorWorld, "stores">): Promise<void> {
  await world.stores.draft.flush();
  toast(saveWords(world.stores.draft.get()));
}

const tabLabels: readonly (readonly [Tab, string])[] = [
  ["draft", "Show the draft"],
  ["skeleton", "Show the skeleton"],
  ["leads", "Preview leads and examples"],
  ["history", "Show the history"],
  ["checks", "Show the checks"],
];

/** The editor's own keys, and its verbs for the palette. */
export function useEditorKeys(world: EditorWorld, chat: RefObject<ChatHandle | null>): void {
  const latest = useRef(world);
  useEffect(() => {
    latest.current = world;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const mod = hasMod(event);
      const entry = entryFor(keyOf(event, mod), "editor");
      if (entry === undefined || event.defaultPrevented || (!mod && isTyping(event.target))) return;
      event.preventDefault();
      const { stores, place, onPlace } = latest.current;
      if (entry === "save") return void saveNow(latest.current);
      const newest = stores.session.get().live?.session.draftVersion ?? 0;
      const shown = place.v ?? newest;
      const next = entry === "older" ? shown - 1 : shown + 1;
      if (next >= 1 && next <= newest) onPlace({ tab: undefined, v: next === newest ? undefined : next });
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  useEffect(
    () =>
      offerCommands(
        [
          ...tabLabels.map(([tab, label]) => ({
            id: `tab.${tab}`,
            label,
            run: () => latest.current.onPlace({ tab, v: undefined, pane: tab === "leads" ? "leads" : "email" }),
          })),
          { id: "save", label: "Save the draft now", run: () => void saveNow(latest.current) },
          {
            id: "stop",
            label: "Stop the answer",
            run: () => void latest.current.stores.session.stop().catch(() => undefined),
          },
        ],
        (text) => chat.current?.ask(text, null, null),
      ),
    [chat],
  );
}
