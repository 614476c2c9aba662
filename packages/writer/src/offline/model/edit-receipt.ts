import type { Tree } from "../ast/tree.ts";
import { capitalise } from "../nlu/repair-wording.ts";
import { notUnderstood } from "./not-understood.ts";

/** What an edit did, in figures, what it left open and what was not understood. */
export function editReceipt(about: {
  readonly done: readonly string[];
  readonly open: readonly string[];
  readonly unknown: readonly string[];
  readonly before: Tree;
  readonly after: Tree;
  readonly changed: boolean;
  readonly words: readonly [number, number];
}): string {
  const [from, to] = about.words;
  const counted =
    about.done.some((line) => /→/.test(line)) || !about.changed || from === to ? [] : [`${from} → ${to} words`];
  const done = [...about.done, ...counted];
  const lines =
    done.length === 0 ? [] : [`Done: ${done.join("; ")}.`.replace(/([.?!]”)\.$/, "$1").replace(/\.\.$/, ".")];
  const open = [...new Set(about.open)].filter((line) => line !== "");
  if (open.length > 0) lines.push(open.map(capitalise).join("\n"));
  const unread = notUnderstood(about.unknown);
  if (unread !== "") lines.push(unread);
  return lines.length === 0 ? (about.changed ? "Done." : "Nothing changed.") : lines.join("\n\n");
}
