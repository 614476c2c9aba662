import type { EmailPart, EmailText, PartSpan } from "./span.ts";

/** What a fix does. The first group is written out as edits where a rule can; the rest asks a writer. */
export type FixName =
  | "rename_variable"
  | "escape_percent"
  | "set_fallback"
  | "strip"
  | "strip_link"
  | "normalise"
  | "replace_word"
  | "replace_opener"
  | "drop_sentence"
  | "insert"
  | "retie_slot"
  | "fill_slot"
  | "edit_block"
  | "insert_block"
  | "reorder"
  | "set_delay"
  | "shorten"
  | "simplify"
  | "split_sentence"
  | "soften_ask"
  | "rephrase"
  | "new_subject"
  | "another_version"
  | "cite";

/** One replacement: `before` is what stood at the range when the fix was made. */
export interface FixEdit extends PartSpan {
  readonly before: string;
  readonly after: string;
}

/** A way to make a failing check pass. */
export interface FixOp {
  readonly op: FixName;
  /** Exact edits, in order and apart from each other; empty when only a writer can do it. */
  readonly edits: readonly FixEdit[];
  /** The same request in plain words, fit to be sent as a chat message. */
  readonly instruction: string;
}

/**
 * Apply the edits of a fix to one text. Never touches a character outside the ranges of its edits.
 *
 * An edit whose `before` no longer stands at its range is stale and is left out, so a fix can be applied
 * to a text that moved on without harm. A fix without edits returns the source.
 */
export function applyFix(source: string, fix: FixOp, part: EmailPart = "body"): string {
  const edits = fix.edits.filter((edit) => edit.part === part).toSorted((a, b) => b.from - a.from || b.to - a.to);
  let text = source;
  let limit = source.length;
  for (const edit of edits) {
    if (edit.to > limit || source.slice(edit.from, edit.to) !== edit.before) continue;
    text = text.slice(0, edit.from) + edit.after + text.slice(edit.to);
    limit = edit.from;
  }
  return text;
}

/** Apply a fix to both texts of an email. */
export function applyFixToEmail(email: EmailText, fix: FixOp): EmailText {
  return { subject: applyFix(email.subject, fix, "subject"), body: applyFix(email.body, fix, "body") };
}
