import { useState } from "react";
import { useStore } from "../../lib/store.ts";
import { tabClass } from "../../ui/tab-link.tsx";
import type { SessionStore } from "./session-store.ts";

type Pane = "chat" | "email" | "leads";
const panes: readonly { readonly pane: Pane; readonly label: string }[] = [
  { pane: "chat", label: "Chat" },
  { pane: "email", label: "Email" },
  { pane: "leads", label: "Leads" },
];

/** The panes as tabs, with a dot where something changed unseen. */
export function PaneTabs({
  session,
  pane,
  onPane,
}: {
  readonly session: SessionStore;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}) {
  const marks = {
    chat: useStore(session, (state) => state.live?.session.messages?.length ?? 0),
    email: useStore(session, (state) => state.live?.session.draftVersion ?? 0),
    leads: useStore(session, (state) => state.live?.session.generatedExamples?.length ?? 0),
  };
  const [seen, setSeen] = useState(marks);
  // What is shown is seen; React takes this change in before it draws.
  if (seen[pane] !== marks[pane]) setSeen({ ...seen, [pane]: marks[pane] });
  return (
    <nav aria-label="Panes" className="flex shrink-0 justify-around border-b border-hairline">
      {panes.map((item) => (
        <button
          key={item.pane}
          type="button"
          aria-current={item.pane === pane ? "page" : undefined}
          onClick={() => onPane(item.pane)}
          className={`${tabClass(item.pane === pane)} flex-1 justify-center`}
        >
          {item.label}
          {item.pane !== pane && marks[item.pane] !== seen[item.pane] && (
            <span className="size-1.5 rounded-full bg-accent">
              <span className="sr-only">changed</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
