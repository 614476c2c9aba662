import type { ToneName } from "../nlu/op.ts";
import { hash } from "../plan/seeded.ts";

export type PhraseRole =
  | "greeting"
  | "opener"
  | "problem"
  | "value"
  | "bridge"
  | "soft"
  | "signoff"
  | "subject"
  | "mention"
  | "ps"
  | "variable"
  | "ask-meet"
  | "ask-try"
  | "ask-send"
  | "ask-do"
  | "ask-favour"
  | "ask-reply"
  | "ask-referral"
  | "ask-interest"
  | "follow-opener"
  | "follow-proof"
  | "follow-value"
  | "last-opener"
  | "last-close";

/** One line of the phrase book. Slots stand in braces; `needs` names those that must be filled, and shapes (`pain:base`). */
export interface Phrase {
  readonly id: string;
  readonly role: PhraseRole;
  readonly place?: "first" | "follow" | "last";
  readonly tone: ToneName;
  readonly length: "s" | "m" | "l";
  readonly needs: readonly string[];
  readonly text: string;
}

/** Tone, length, needs (space separated), text. */
export type Row = readonly [ToneName, "s" | "m" | "l", string, string];

/** Rows of one role as phrases. An id depends on role and text only, so that rows can be added anywhere. */
export function phrases(role: PhraseRole, rows: readonly Row[], place?: "first" | "follow" | "last"): Phrase[] {
  return rows.map(([tone, length, needs, text]) => ({
    id: `${role}-${hash(text).toString(36)}`,
    role,
    tone,
    length,
    needs: [
      ...needs.split(" ").filter((need) => need !== ""),
      ...[...text.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] ?? "").toLowerCase()),
    ],
    text,
    ...(place === undefined ? {} : { place }),
  }));
}
