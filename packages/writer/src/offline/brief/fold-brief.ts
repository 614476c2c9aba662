import { z } from "zod";
import type { Brief, BriefValue, TurnState } from "../../state.ts";
import type { Op, ToneName } from "../nlu/op.ts";
import { readTone } from "../nlu/tone-words.ts";
import type { FactSlot, Finding } from "./finding.ts";
import type { BriefNotes, Item, Known } from "./known.ts";
import { supportedHere } from "./supported.ts";
import { relatedFacts } from "./related-facts.ts";
import { readMessage } from "./read-message.ts";

const slots: readonly FactSlot[] = ["audience", "product", "pain", "outcome", "proof", "difference", "offer", "event"];
const Notes = z.object({
  v: z.literal(1),
  more: z.array(
    z.object({
      slot: z.enum(["audience", "product", "pain", "outcome", "proof", "difference", "offer", "event"]),
      value: z.string(),
      quote: z.string(),
      evidence: z.string().optional(),
    }),
  ),
  variant: z.number(),
  sender: z.string().optional(),
  company: z.string().optional(),
  signoff: z.string().optional(),
  greeting: z.string().optional(),
  subject: z.string().optional(),
  asked: z.array(z.string()),
  removed: z.array(z.string()).optional(),
  options: z.array(z.string()).optional(),
});
const tones: readonly ToneName[] = ["casual", "friendly", "neutral", "formal", "direct", "soft"];

/** The planner's notes of a brief; empty ones when there are none. */
export function notesOf(brief: Brief | null): BriefNotes {
  const parsed = Notes.safeParse(brief?.notes).data;
  return parsed === undefined
    ? { v: 1, more: [], variant: 0, asked: [] }
    : (JSON.parse(JSON.stringify(parsed)) as BriefNotes);
}

/**
 * Fold company facts, the campaign, its other emails and the session's brief,
 * then this message, into what is known. Later beats earlier; of one source the
 * order stays.
 */
export function foldBrief(
  state: TurnState,
  findings: readonly Finding[],
  ops: readonly Op[],
  replacing: ReadonlySet<FactSlot>,
): Known {
  const { session } = state;
  const fromMessage = findings.map((finding) => ({
    slot: finding.slot,
    item: {
      value: finding.value,
      quote: finding.quote,
      source: finding.weight === 1 ? "inferred" : "message",
      evidence: `message:${state.request.message_id}`,
    } as Item,
  }));
  const own = itemsOf(session.brief, "message");
  const purpose =
    state.node.purpose === null
      ? []
      : readMessage(state.node.purpose, { hasDraft: false, variables: [] }).findings.map((finding) => ({
          slot: finding.slot,
          item: {
            value: finding.value,
            quote: finding.quote,
            source: "campaign",
            evidence: "campaign:purpose",
          } as Item,
        }));
  const holds = supportedHere(state);
  const others = state.other_emails
    .toSorted((a, b) => a.place - b.place)
    .flatMap((email) =>
      email.brief === null
        ? []
        : itemsOf(email.brief, "campaign")
            .filter(({ slot }) => slot !== "ask")
            .map(({ slot, item: { evidence: _, ...item } }) => ({ slot, item }))
            .flatMap(({ slot, item }) =>
              holds(item)
                ? [{ slot, item }]
                : slot === "product" || slot === "audience"
                  ? [{ slot, item: { ...item, topicOnly: true as const } }]
                  : [],
            ),
    );
  const context = relatedFacts(factItems(state), [...fromMessage, ...own]);
  const facts = {} as Record<FactSlot, readonly Item[]>;
  for (const slot of slots) {
    const pick = (list: readonly { readonly slot: string; readonly item: Item }[]): Item[] =>
      list.flatMap((entry) => (entry.slot === slot ? [entry.item] : []));
    const said = pick(fromMessage);
    const told = [...said, ...pick(own)].length > 0;
    const before = [...pick(own), ...pick(purpose), ...pick(others), ...(told ? [] : pick(context))];
    const single = slot === "audience" || slot === "product";
    // A value read out of other words gives way to one that was said outright before.
    const weak =
      single &&
      said.every(({ source }) => source === "inferred") &&
      pick(own).some(({ source }) => source !== "inferred");
    facts[slot] = unique(
      said.length > 0 && replacing.has(slot)
        ? said
        : said.length > 0 && single && !weak
          ? [...strongFirst(said), ...before]
          : slot === "proof" || slot === "outcome" || slot === "pain" || weak
            ? [...before, ...said]
            : [...said, ...before],
    );
  }
  return { facts, ...settings(state, findings, ops, [...others]) };
}

/** Of several values said at once, one that names the thing comes before one that only praises it, and said before guessed. */
function strongFirst(items: readonly Item[]): Item[] {
  const naming = (value: string): number =>
    /^\p{Lu}[\w&.'-]*(?: \p{Lu}[\w&.'-]*)?$/u.test(value)
      ? 2
      : /^(?:I'm|I am|we're|we are) an? (?:[\w-]+ ){0,3}\w+$/i.test(value)
        ? 1
        : /^(?:(?:we|I) (?:sell|make|build|offer|provide|supply|rent|run|do|help|are|design|develop|host)\b|(?:we|I)'?(?:re|m)\b|our |my |an? |the )/i.test(
              value,
            ) || !/^(?:we|I|it)\b/i.test(value)
          ? 0
          : 1;
  return items.toSorted(
    (a, b) => naming(a.value) - naming(b.value) || Number(a.source === "inferred") - Number(b.source === "inferred"),
  );
}

function unique(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ value }) => {
    const key = value
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function itemsOf(brief: Brief, source: "message" | "campaign"): { slot: string; item: Item }[] {
  const named: readonly (readonly [string, BriefValue | undefined])[] = [
    ["audience", brief.audience],
    ["product", brief.product],
    ["pain", brief.pain],
    ["outcome", brief.outcome],
    ["proof", brief.proof],
    ["difference", brief.differentiator],
    ["ask", brief.ask],
  ];
  const values = named.flatMap(([slot, value]) =>
    value === undefined
      ? []
      : [
          {
            slot,
            item: {
              value: value.value,
              quote: value.quote ?? value.value,
              source: value.source === "inferred" ? "inferred" : source,
              ...(value.message_id === undefined ? {} : { evidence: `message:${value.message_id}` }),
            } as Item,
          },
        ],
  );
  const more = notesOf(brief).more.map(({ slot, value, quote, evidence }) => ({
    slot,
    item: { value, quote, source, ...(evidence === undefined ? {} : { evidence }) } as Item,
  }));
  return [...values, ...more];
}

const factSlots: Readonly<Record<string, FactSlot>> = {
  product: "product",
  overview: "product",
  problem_solved: "pain",
  differentiator: "difference",
  proof: "proof",
};

function factItems(state: TurnState): { slot: string; item: Item }[] {
  const rank = (kind: string): number => (kind === "product" ? 0 : kind === "overview" ? 1 : 0);
  return state.facts
    .filter(({ kind }) => factSlots[kind] !== undefined)
    .toSorted((a, b) => rank(a.kind) - rank(b.kind))
    .flatMap((fact) => {
      const slot = factSlots[fact.kind];
      if (slot === undefined) return [];
      const base = { source: "context" as const, evidence: `fact:${fact.id}` };
      const read = readMessage(fact.text, { hasDraft: false, variables: [] }).findings.filter((finding) =>
        slots.some((name) => name === finding.slot),
      );
      const single = slot === "pain" || slot === "proof" || slot === "difference";
      const telling = single
        ? read.filter((finding) => finding.slot !== "audience" && finding.slot !== "product")
        : read;
      const found = (telling.length === 0 && single ? [] : telling).map((finding) => ({
        slot: slot === "pain" || slot === "proof" || slot === "difference" ? slot : finding.slot,
        item: { value: finding.value, quote: finding.quote, ...base },
      }));
      return found.length > 0
        ? found
        : [{ slot, item: { value: fact.text.trim().replace(/\.$/, ""), quote: fact.text, ...base } }];
    });
}

function settings(
  state: TurnState,
  findings: readonly Finding[],
  ops: readonly Op[],
  others: readonly { slot: string; item: Item }[],
): Omit<Known, "facts"> {
  const { brief } = state.session;
  const notes = notesOf(brief);
  const last = (slot: Finding["slot"]): string | undefined =>
    findings.findLast((finding) => finding.slot === slot)?.value;
  const opTone = ops.findLast((op) => op.op === "tone");
  const opAsk = ops.findLast((op) => op.op === "ask");
  const contextTone = state.facts.flatMap((fact) => (fact.kind === "tone" ? [readTone(fact.text)?.tone] : []))[0];
  const saidTone = last("tone") ?? brief.tone?.value;
  const tone =
    opTone?.op === "tone"
      ? opTone.tone
      : (tones.find((name) => name === saidTone) ?? readTone(saidTone ?? "")?.tone ?? contextTone ?? "neutral");
  const saidAsk = last("ask") ?? (opAsk?.op === "ask" ? opAsk.text : undefined);
  const ask =
    saidAsk !== undefined
      ? {
          value: saidAsk,
          quote: findings.findLast((finding) => finding.slot === "ask")?.quote ?? saidAsk,
          source: "message" as const,
        }
      : brief.ask === undefined
        ? undefined
        : { value: brief.ask.value, quote: brief.ask.quote ?? brief.ask.value, source: "message" as const };
  const opLength = ops.findLast((op) => op.op === "shorter" || op.op === "longer");
  const length =
    last("length") ??
    (state.session.draft === null && opLength !== undefined
      ? opLength.op === "shorter" && opLength.words !== undefined
        ? String(opLength.words)
        : opLength.op === "shorter"
          ? "short"
          : "long"
      : undefined) ??
    brief.length?.value;
  const optional = {
    brand: last("company") ?? (notes.company === state.campaign.sender.company ? undefined : notes.company),
    sender: last("sender") ?? notes.sender,
    company: last("company") ?? notes.company ?? companyOf(state, others),
    signoff: last("signoff") ?? opText(ops, "signoff") ?? notes.signoff,
    greeting: opText(ops, "greeting") ?? notes.greeting,
    subject: last("subject") ?? opSubject(ops) ?? notes.subject,
    pattern: ops.flatMap((op) => (op.op === "pattern" ? [op.pattern] : []))[0] ?? brief.pattern?.value,
    length,
  };
  const banned = [
    ...state.banned_phrases,
    ...(brief.banned ?? []),
    ...ops.flatMap((op) => (op.op === "ban" ? op.words : [])),
    ...findings.flatMap((finding) => (finding.slot === "banned" ? [finding.value] : [])),
  ];
  const required = [
    ...state.required_phrases,
    ...(brief.required ?? []),
    ...ops.flatMap((op) => (op.op === "require" ? op.words : [])),
  ];
  return {
    tone,
    removed: notes.removed ?? [],
    ...(ask === undefined ? {} : { ask }),
    banned: [...new Set(banned)],
    required: [...new Set(required)],
    ...defined(optional),
  };
}

function defined<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

function opText(ops: readonly Op[], name: "greeting" | "signoff"): string | undefined {
  return ops.flatMap((op) => (op.op === name ? [op.text] : [])).at(-1);
}

function opSubject(ops: readonly Op[]): string | undefined {
  return ops.flatMap((op) => (op.op === "subject" && op.mode === "set" ? [op.text] : [])).at(-1);
}

function companyOf(state: TurnState, others: readonly { slot: string; item: Item }[]): string | undefined {
  const { company } = state.campaign.sender;
  return typeof company === "string" && company.trim() !== ""
    ? company.trim()
    : others.find(({ slot }) => slot === "company")?.item.value;
}
