import type { FixName, FixOp } from "@longhand/template";
import { variableLabel } from "../../lib/plain-template.ts";

const labels: Record<FixName, string> = {
  rename_variable: "Correct the name",
  escape_percent: "Fix the percent sign",
  set_fallback: "Add fallback",
  strip: "Remove it",
  strip_link: "Remove the link",
  normalise: "Tidy up",
  replace_word: "Replace the word",
  replace_opener: "Another opener",
  drop_sentence: "Drop the sentence",
  insert: "Add it",
  retie_slot: "Repair the slot",
  fill_slot: "Fill the slot",
  edit_block: "Edit the block",
  insert_block: "Add a block",
  reorder: "Reorder",
  set_delay: "Change the wait",
  shorten: "Shorter",
  simplify: "Simpler",
  split_sentence: "Split the sentence",
  soften_ask: "Softer ask",
  rephrase: "Rephrase",
  new_subject: "New subject",
  another_version: "Another version",
  cite: "Name the source",
};

/** What a fix does, in a few words; `about` is the variable or block it is for. Fixes that no rule can write out are asked for in the chat. */
export function fixLabel(fix: FixOp, about?: string): string {
  const label =
    about === undefined || fix.op !== "set_fallback" ? labels[fix.op] : `${labels[fix.op]} for ${variableLabel(about)}`;
  return fix.edits.length > 0 ? label : `Ask: ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
