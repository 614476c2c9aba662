import { countWords, readingGrade } from "@longhand/template";
import { useDeferredValue, useMemo } from "react";
import { formatCost } from "../../lib/format.ts";
import { readableTemplate } from "../../lib/plain-template.ts";
import { useStore } from "../../lib/store.ts";
import { SaveState } from "../draft/save-state.tsx";
import { ApplyButton } from "./apply-button.tsx";
import type { EditorWorld } from "./editor-world.ts";

/** Size, reading grade, where the words are, which model writes and what it has cost; and the way onto the node. */
export function EmailFooter({ world }: { readonly world: EditorWorld }) {
  const { stores, model } = world;
  const state = useStore(stores.draft, (value) => value);
  const version = useStore(stores.session, (value) => value.live?.session.draftVersion ?? null);
  const usage = useStore(stores.session, (value) => value.live?.usage ?? null);
  const body = useDeferredValue(state.own.body);
  const numbers = useMemo(() => {
    const text = readableTemplate(body);
    return { words: countWords(text), grade: Math.max(0, Math.round(readingGrade(text))) };
  }, [body]);
  const cost = model.offline
    ? "$0"
    : usage === null
      ? null
      : `${usage.estimated ? "≈ " : ""}${formatCost(usage.costUsd)}`;
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-hairline px-4 py-2 text-table text-muted tabular-nums sm:px-6">
      <span>{numbers.words} words</span>
      {numbers.words > 0 && <span title="Flesch–Kincaid reading grade">Grade {numbers.grade}</span>}
      <SaveState state={state} />
      {version !== null && <span>v{version}</span>}
      <span className="max-sm:hidden">
        {model.offline ? "Offline model" : model.name}
        {cost !== null && `, ${cost}`}
      </span>
      <span className="ml-auto">
        <ApplyButton world={world} />
      </span>
    </footer>
  );
}
