import { escapePercent, parse } from "@longhand/template";
import type { TurnState } from "../../state.ts";
import type { Item, Known } from "../brief/known.ts";
import type { ToneName } from "../nlu/op.ts";
import { fitAudience } from "./fit-audience.ts";
import type { FittedAudience } from "./fit-audience.ts";
import { fitProduct } from "./fit-product.ts";
import type { FittedProduct } from "./fit-product.ts";
import { headlineOf } from "./headline-of.ts";
import { topicOf } from "./topic.ts";

/** Everything that sentences of one email are made with. */
export interface Setting {
  readonly known: Known;
  readonly place: "first" | "follow" | "last";
  readonly tone: ToneName;
  readonly seed: string;
  /** Phrase ids used in the campaign's other emails, and to be avoided. */
  readonly used: ReadonlySet<string>;
  /** Bodies of the campaign's other emails. */
  readonly before: readonly string[];
  /** What the email before this one asks for, in the person's words. */
  readonly earlierAsk: string | undefined;
  readonly banned: readonly string[];
  readonly audience: FittedAudience;
  /** Whether the audience was named at all. */
  readonly hasAudience: boolean;
  readonly product: FittedProduct | undefined;
  readonly productItem: Item | undefined;
  readonly topic: string;
  /** The trouble in two to four words, when the user's words give them. */
  readonly headline: string | undefined;
  /** Whether this is the first version, which takes the plainest lines. */
  readonly plain: boolean;
  /** The reader's company: variable with fallback, or plain words. */
  readonly co: string;
  readonly coStart: string;
  readonly first: string;
  readonly signoff: { readonly whole: string } | { readonly name: string | null };
  /** "last week", by the days since the email before. */
  readonly ago: string;
  readonly variables: ReadonlySet<string>;
}

/** A share of filled values below which a variable is not worth its fallback. */
const worthUsing = 0.3;

/** What this turn's sentences are made with. */
export function settingOf(state: TurnState, known: Known, variant: number): Setting {
  const audience = fitAudience(known.facts.audience[0]?.value);
  const productItem = known.facts.product[0];
  const product = productItem === undefined ? undefined : fitProduct(productItem.value);
  const allowed = usableVariables(state);
  const place =
    state.node.place <= 1
      ? "first"
      : state.node.place >= state.node.emails && state.node.emails > 1
        ? "last"
        : "follow";
  const own = `your ${audience.place}`;
  return {
    known,
    place,
    tone: known.tone,
    seed: `${state.node.id}|${variant}`,
    used: new Set(state.other_emails.flatMap((email) => phraseIds(email.notes))),
    before: state.other_emails.flatMap((email) =>
      email.body === null || email.place >= state.node.place ? [] : [email.body],
    ),
    earlierAsk: state.other_emails
      .filter((email) => email.place < state.node.place)
      .toSorted((a, b) => b.place - a.place)
      .flatMap(({ brief }) => brief?.ask?.value ?? [])[0],
    banned: known.banned,
    audience,
    hasAudience: known.facts.audience.length > 0,
    product,
    productItem,
    topic: topicOf(
      product,
      known.facts.pain[0]?.value,
      known.facts.outcome[0]?.value,
      known.facts.audience.length > 0 ? audience.short : undefined,
    ),
    headline: known.facts.pain.flatMap(({ value }) => headlineOf(value) ?? [])[0],
    plain: variant === 0,
    co: allowed.has("company") ? `%company|${own}%` : own,
    coStart: allowed.has("company") ? `%company|Y${own.slice(1)}%` : `Y${own.slice(1)}`,
    first: allowed.has("first_name") ? "%first_name|there%" : "there",
    signoff: signoffOf(state, known),
    ago: agoOf(state.node.days_since_previous),
    variables: allowed,
  };
}

function usableVariables(state: TurnState): Set<string> {
  const names = [
    "first_name",
    "company",
    "position",
    "headline",
    ...state.field_profile.map(({ name }) => name),
  ].filter((name) => state.available_variables === null || state.available_variables.includes(name));
  const poor = new Set(
    state.field_profile.filter(({ leads, fill_rate }) => leads > 0 && fill_rate < worthUsing).map(({ name }) => name),
  );
  return new Set(names.filter((name) => !poor.has(name)));
}

function signoffOf(state: TurnState, known: Known): Setting["signoff"] {
  const { signature, sender } = state.campaign;
  if (signature !== null && signature.trim() !== "") return { whole: signature.trim() };
  if (known.sender !== undefined) return { name: literal(known.sender) };
  const has = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
  // A caller who lists its variables renders only those, and the sender is the same for every lead.
  const write = (name: string, value: unknown): string =>
    state.available_variables === null || state.available_variables.includes(name)
      ? `%${name}%`
      : literal(String(value));
  if (has(sender.first_name)) return { name: write("sender_first", sender.first_name) };
  return { name: has(sender.company) ? write("sender_company", sender.company) : null };
}

function agoOf(days: number): string {
  if (days <= 0) return "recently";
  if (days <= 2) return "the other day";
  return days <= 6 ? "a few days ago" : days <= 11 ? "last week" : "a while ago";
}

/** Phrase ids kept in a draft's notes. */
export function phraseIds(notes: unknown): string[] {
  return [...JSON.stringify(notes ?? null).matchAll(/"phrase":"([^"]+)"/g)].flatMap((match) => match[1] ?? []);
}

/**
 * A person's words as template text: percent signs that would start a variable
 * are doubled, tokens of other tools lose their brackets. "94% of hives" stays.
 */
export function literal(text: string): string {
  const plain = text
    .replace(
      /\{\{\s*([^{}]*?)\s*\}\}|\{([^{}]*)\}|\[([^\][]*)\]|\*\|([^|]*)\|\*/g,
      (_, a?: string, b?: string, c?: string, d?: string) => a ?? b ?? c ?? d ?? "",
    )
    .replace(/&&/g, "and")
    .replace(/[*_`#]{2,}|^#+\s*|^>\s*/g, "");
  const tokens = parse(plain).tokens;
  const risky =
    tokens.some(({ kind }) => kind === "variable" || kind === "percent") || /%\s*[A-Za-z_][\w. ]{0,60}[%|]/.test(plain);
  return risky ? escapePercent(plain) : plain;
}
