import type { TurnState } from "../../state.ts";
import type { SetBriefInput } from "../../tools/schemas.ts";
import { notesOf } from "../brief/fold-brief.ts";
import type { FactSlot } from "../brief/finding.ts";
import type { BriefNotes, Item, Known } from "../brief/known.ts";

type Answer = NonNullable<SetBriefInput["audience"]>;

const named: readonly (readonly [
  FactSlot,
  "audience" | "product" | "pain" | "outcome" | "proof" | "differentiator",
])[] = [
  ["audience", "audience"],
  ["product", "product"],
  ["pain", "pain"],
  ["outcome", "outcome"],
  ["proof", "proof"],
  ["difference", "differentiator"],
];
const extra: readonly FactSlot[] = ["offer", "event"];
/** Facts beyond the brief's own slots that are kept. */
const mostExtra = 24;

/** What `set_brief` should record: only what this message made new. Undefined when nothing is. */
export function briefInput(
  state: TurnState,
  known: Known,
  change: {
    readonly notes?: Partial<BriefNotes>;
    readonly locked?: readonly string[];
    readonly tone?: boolean;
    readonly length?: string | undefined;
    readonly pattern?: string | undefined;
    readonly askSaid?: boolean;
  },
): SetBriefInput | undefined {
  const { brief } = state.session;
  const before = notesOf(brief);
  const input: SetBriefInput = {};
  for (const [slot, key] of named) {
    const top = ownTop(known.facts[slot], brief[key]?.value);
    if (top !== undefined && top.value !== brief[key]?.value) input[key] = answer(top.value, top.quote);
  }
  if (known.ask !== undefined && known.ask.value !== brief.ask?.value)
    input.ask = answer(known.ask.value, known.ask.quote);
  if (change.tone === true && known.tone !== brief.tone?.value) input.tone = answer(known.tone, state.request.message);
  if (change.length !== undefined && change.length !== brief.length?.value)
    input.length = answer(change.length, state.request.message);
  if (change.pattern !== undefined && change.pattern !== brief.pattern?.value)
    input.pattern = answer(change.pattern, state.request.message);
  const banned = known.banned.filter((word) => !state.banned_phrases.includes(word));
  if (banned.length > (brief.banned ?? []).length) input.banned = banned.slice(0, 50);
  const required = known.required.filter((word) => !state.required_phrases.includes(word));
  if (required.length > (brief.required ?? []).length) input.required = required.slice(0, 50);
  if (change.locked !== undefined) input.locked = change.locked.slice(0, 50).map((text) => text.slice(0, 300));
  const more = moreOf(known, input, state);
  const told = {
    ...(known.sender === undefined ? {} : { sender: known.sender }),
    ...(known.signoff === undefined ? {} : { signoff: known.signoff }),
    ...(known.greeting === undefined ? {} : { greeting: known.greeting }),
    ...(known.subject === undefined ? {} : { subject: known.subject }),
    ...(known.company === undefined ? {} : { company: known.company }),
  };
  const notes = { ...before, more, ...told, ...change.notes };
  const changed = JSON.stringify(notes) !== JSON.stringify({ ...before, more: before.more });
  if (Object.keys(input).length === 0 && !changed) return undefined;
  return { ...input, notes: JSON.parse(JSON.stringify(notes)) as NonNullable<SetBriefInput["notes"]> };
}

/** The value the brief should hold: the first that was said here, else what it holds. Company facts stay where they are. */
function ownTop(items: readonly Item[], present: string | undefined): Item | undefined {
  const top = items.find(({ source }) => source === "message" || source === "inferred");
  return top === undefined && present === undefined ? items.find(({ source }) => source === "campaign") : top;
}

function moreOf(known: Known, input: SetBriefInput, state: TurnState): BriefNotes["more"] {
  const { brief } = state.session;
  const own = (item: Item): boolean => item.source === "message" || item.source === "inferred";
  const held = new Set(named.flatMap(([, key]) => input[key]?.value ?? brief[key]?.value ?? []));
  const rest = named.flatMap(([slot]) =>
    known.facts[slot].filter((item) => own(item) && !held.has(item.value)).map((item) => ({ slot, item })),
  );
  const others = extra.flatMap((slot) => known.facts[slot].filter(own).map((item) => ({ slot, item })));
  return [...rest, ...others].slice(0, mostExtra).map(({ slot, item }) => ({
    slot,
    value: item.value,
    quote: item.quote.slice(0, 300),
    ...(item.evidence === undefined ? {} : { evidence: item.evidence }),
  }));
}

function answer(value: string, evidence: string): Answer {
  return { value: value.slice(0, 600), evidence: evidence.slice(0, 600) };
}
