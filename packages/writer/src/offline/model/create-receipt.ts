import type { TurnState } from "../../state.ts";
import { sentencesOf } from "../ast/tree.ts";
import type { Tree } from "../ast/tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import type { MessageReading } from "../brief/read-message.ts";
import { askOf } from "../plan/content-sentences.ts";
import { freshAngle } from "../plan/compose-later.ts";
import { askLabel } from "../plan/parse-ask.ts";
import type { Setting } from "../plan/setting.ts";
import { notUnderstood } from "./not-understood.ts";

/** What was written, in figures, what it rests on, and the one thing that would make it better. */
export function createReceipt(
  tree: Tree,
  setting: Setting,
  state: TurnState,
  reading: MessageReading,
  open: readonly string[],
): string {
  const { facts } = setting.known;
  const kind =
    setting.place === "first"
      ? state.node.emails > 1
        ? "the first email"
        : "the email"
      : setting.place === "last"
        ? "the last email"
        : `follow-up ${state.node.place}`;
  const to = setting.hasAudience ? ` for ${setting.audience.full}` : "";
  const asked =
    setting.known.ask === undefined
      ? setting.place === "last"
        ? "It closes without an ask, as a goodbye."
        : setting.place === "follow" && setting.earlierAsk !== undefined
          ? `You named no ask, so it keeps the earlier one in other words: ${askLabel(askOf(setting))}.`
          : `You named no ask, so it closes with ${askLabel(askOf(setting))}; tell me if you want another.`
      : `The ask: ${askLabel(askOf(setting))}.`;
  const used = [
    facts.pain.length > 0 && has(tree, "problem") ? "the problem" : undefined,
    has(tree, "proof") ? "your proof" : undefined,
    has(tree, "outcome") ? "the benefit" : undefined,
    has(tree, "offer") ? "your offer" : undefined,
  ].filter((one) => one !== undefined);
  const lines = [
    `I wrote ${kind}${to}: ${wordsOfTree(tree)} words, subject “${shown(tree.subject.text)}”. ${used.length === 0 ? "" : `It uses ${join(used)} in your words. `}${asked}`,
  ];
  const lacks =
    setting.place === "first"
      ? [
          facts.pain.length === 0 ? "the problem they have" : undefined,
          facts.proof.length === 0 ? "a result or customer you may name" : undefined,
        ].filter((one) => one !== undefined)
      : [];
  if (lacks.length > 0)
    lines.push(`Not given yet: ${join(lacks)}. Send ${lacks.length > 1 ? "either" : "it"} and I will add it.`);
  if (
    /\b(?:new|fresh|another|different|extra|more)\s+(?:proof|result|case|number|figure|example|customer|reference)s?\b/i.test(
      state.request.message,
    ) &&
    setting.place !== "first" &&
    !freshAngle(setting).fresh
  )
    lines.push(
      "There is no result on record that the earlier emails did not use, so this one says the known one in new words. Send me another and I will put it in.",
    );
  if ("name" in setting.signoff && setting.signoff.name === null)
    lines.push("The sign-off has no name yet: tell me who it is from, or set the sender in the campaign.");
  if (open.length > 0) lines.push(open.join(" "));
  const unread = notUnderstood(reading.unknown);
  if (unread !== "") lines.push(unread);
  return lines.join("\n\n");
}

function has(tree: Tree, part: string): boolean {
  return sentencesOf(tree).some(({ sentence }) => sentence.part === part);
}

/** Template text as the fallback reads, for a receipt. */
export function shown(text: string): string {
  return text.replace(/%([A-Za-z_][\w.-]*)\|[^%]*%/g, "%$1%");
}

/** "a", "a and b", "a, b and c". */
export function join(items: readonly string[]): string {
  return items.length <= 1 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}
