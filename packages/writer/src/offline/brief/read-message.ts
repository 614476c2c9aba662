import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { foldCharacters } from "../nlu/fold-characters.ts";
import { looksLikeAudience } from "../nlu/noun-phrase.ts";
import { isTalk } from "../nlu/op.ts";
import type { Op } from "../nlu/op.ts";
import { readAsk } from "../nlu/read-ask.ts";
import type { OpContext } from "../nlu/read-op.ts";
import { repairTypos } from "../nlu/repair-typos.ts";
import { readClauseOp, splitCommands } from "../nlu/split-clauses.ts";
import { spellOut } from "../nlu/spell-out.ts";
import { splitUnits } from "../nlu/split-units.ts";
import type { Unit } from "../nlu/split-units.ts";
import { stripPoliteness } from "../nlu/strip-politeness.ts";
import { stripReference } from "../nlu/strip-reference.ts";
import { readTone } from "../nlu/tone-words.ts";
import type { FactSlot, Finding, ReadContext } from "./finding.ts";
import { readAudience } from "./read-audience.ts";
import { readGoal } from "./read-goal.ts";
import { readLabel } from "./read-label.ts";
import { readRequest } from "./read-request.ts";
import { readStatement } from "./read-statement.ts";
import { slotFindings } from "./slot-findings.ts";
import { splitStatements } from "./split-statements.ts";

/** What a message says and commands, in order. */
export interface MessageReading {
  readonly ops: readonly Op[];
  readonly findings: readonly Finding[];
  /** Stretches that neither command nor say anything usable, as typed. */
  readonly unknown: readonly string[];
}

export interface MessageContext extends OpContext {
  readonly asked?: string | undefined;
  readonly audience?: string | undefined;
  readonly product?: string | undefined;
}

/** Read one message: commands become operations, statements become findings, the rest is kept as not understood. */
export function readMessage(message: string, context: MessageContext): MessageReading {
  const folded = foldCharacters(message);
  const state: Reading = { ops: [], findings: [], unknown: [], last: undefined, company: undefined, context, message };
  const seen = new Set<string>();
  for (const unit of splitUnits(folded)) {
    if (unit.label !== undefined && !(context.hasDraft && readsAsCommand(unit, folded, context))) {
      const key = `${unit.label}:${unit.line}`;
      state.findings.push(
        ...note(
          state,
          readLabel(unit.label, unit.text, message.slice(unit.from, unit.to), !seen.has(key), readContext(state)),
        ),
      );
      seen.add(key);
    } else readSentence(unit, state);
  }
  return { ops: distinct(state.ops), findings: dedupe(state.findings), unknown: state.unknown };
}

interface Reading {
  readonly ops: Op[];
  readonly findings: Finding[];
  readonly unknown: string[];
  last: FactSlot | undefined;
  company: string | undefined;
  readonly context: MessageContext;
  readonly message: string;
}

/** "Subject: …" and "tone: …" with a draft at hand command a change. */
function readsAsCommand(unit: Unit, folded: string, context: MessageContext): boolean {
  if (unit.label !== "subject") return false;
  return context.hasDraft && folded.length > 0;
}

function readSentence(unit: Unit, state: Reading): void {
  const { context } = state;
  const quote = (from: number, length: number): string =>
    state.message.slice(unit.from + from, unit.from + from + length).trim();
  if (unit.label === "subject") {
    state.ops.push({ op: "subject", mode: "set", text: unit.text.replace(/^["']|["']$/g, "") });
    return;
  }
  const spelled = repairTypos(spellOut(unit.text));
  const text = context.hasDraft && !isNewBrief(spelled) ? spelled : stripReference(spelled);
  const led = context.hasDraft
    ? null
    : /^((?:write |draft |please )*(?:a |the |my )?(?:short |quick )?(?:follow[- ]?up|bump|nudge|reminder|goodbye)(?: (?:e-?mail|note|message))?)\s*[:,]\s+(\S.+)$/i.exec(
        text,
      );
  if (led?.[1] !== undefined && led[2] !== undefined) {
    state.ops.push({ op: "create", ...placeOf(`${led[1]} email`) });
    readPiece(led[2], false, unit, quote, state);
    return;
  }
  const addressed = context.hasDraft
    ? null
    : /^((?:to|for|dear|reaching|targeting)\s+[^:.]{3,60}):\s+(\S.+)$/i.exec(text);
  if (
    addressed?.[1] !== undefined &&
    addressed[2] !== undefined &&
    looksLikeAudience(addressed[1].replace(/^\w+\s+/, ""))
  ) {
    readPiece(addressed[1], false, unit, quote, state);
    readPiece(addressed[2], false, unit, quote, state);
    return;
  }
  const [front = text, ...behind] = splitStatements(text);
  const request =
    context.hasDraft && !isNewBrief(text)
      ? undefined
      : readRequest(stripPoliteness(front), state.message.slice(unit.from, unit.to));
  if (request !== undefined) {
    state.findings.push(...note(state, request.findings));
    state.ops.push({ op: "create", ...placeOf(front) });
    for (const piece of behind) readPiece(piece, false, unit, quote, state);
    return;
  }
  readPiece(text, text.length === unit.text.length, unit, quote, state);
}

function readPiece(
  text: string,
  aligned: boolean,
  unit: Unit,
  quote: (from: number, length: number) => string,
  state: Reading,
): void {
  const { context } = state;
  splitCommands(text, context).forEach((clause, index) => {
    const words = aligned ? quote(clause.from, clause.text.length) : state.message.slice(unit.from, unit.to);
    const named =
      !context.hasDraft &&
      /^\p{Lu}[\p{L}'&.-]+ \p{Lu}[\p{Ll}'&.-]+/u.test(clause.text) &&
      findVerb(wordsOf(clause.text)) > 0;
    const op =
      !named && readGoal(clause.text, words, true) === undefined
        ? readClauseOp(clause.text, context, index > 0)
        : undefined;
    if (op?.op === "slot" && !context.hasDraft) {
      state.findings.push(...note(state, slotFindings([op])));
      return;
    }
    if (op !== undefined && accepts(op, state)) {
      state.ops.push(op);
      return;
    }
    readStatements(clause.text, words, state);
  });
}

function placeOf(text: string): { place?: "first" | "follow" | "last" } {
  if (/\b(?:last|final|goodbye|break-?up)\s+(?:e-?mail|message|note|one)\b/i.test(text)) return { place: "last" };
  return /\bfollow[- ]?up|\bbump\b|\breminder\b/i.test(text) ? { place: "follow" } : {};
}

function isNewBrief(text: string): boolean {
  return (
    /\b(?:e-?mail|message|outreach|sequence|follow[- ]?up|note|mail)\b/i.test(text) &&
    /\b(?:to|for|about|introducing|selling|promoting)\b/i.test(text) &&
    /^(?:please |can you |could you |now |i (?:want|need) |i'd like |let's )*(?:write|draft|create|compose|do|make|an? |new )/i.test(
      text,
    ) &&
    !/\bversion\b/i.test(text)
  );
}

/** Operations that only make sense on a draft are statements or wishes without one. */
function accepts(op: Op, { context }: Reading): boolean {
  if (context.hasDraft || isTalk(op)) return true;
  return ![
    "remove",
    "replace",
    "undo",
    "restore",
    "variant",
    "rewrite",
    "question",
    "unlock",
    "choose",
    "proof",
  ].includes(op.op);
}

function readStatements(source: string, quote: string, state: Reading): void {
  for (const statement of splitStatements(source)) {
    const words = statement.length === source.length ? quote : cutQuote(quote, statement);
    const plain = stripPoliteness(statement);
    const told = state.context.hasDraft
      ? null
      : /^tell ((?!me\b|us\b|them\b).{3,50}?) (?:that|about how|how) ((?:we|our|i)\b.+)$/i.exec(plain);
    if (told?.[1] !== undefined && told[2] !== undefined && looksLikeAudience(told[1])) {
      state.findings.push(...note(state, readAudience(`to ${told[1]}`, words, true)));
      readStatements(told[2], words, state);
      continue;
    }
    const goal =
      readGoal(plain, words, readContext(state).product !== undefined) ??
      readGoal(statement, words, readContext(state).product !== undefined);
    if (goal !== undefined) {
      state.findings.push(...note(state, goal));
      continue;
    }
    const fragment =
      statement.endsWith("?") &&
      statement.split(/\s+/).length <= 9 &&
      /\b(?:call|chat|demo|meeting|coffee|visit|trial|sample|quote|pilot|audit|walkthrough|lunch)\b/i.test(statement) &&
      findVerb(wordsOf(statement)) < 1 &&
      !/^(?:can|could|would|do|does|are|is|how|what|when|where|why|who)\b/i.test(statement);
    const ask = fragment ? statement.replace(/\?$/, "") : (readAsk(plain) ?? readAsk(statement.replace(/[.!]+$/, "")));
    if (ask !== undefined && !/^(?:we|our|they) (?!want|'d|would|need|hope|should)/i.test(plain)) {
      state.findings.push({ slot: "ask", value: ask, quote: words, weight: 2 });
      continue;
    }
    const request = state.context.hasDraft ? undefined : readRequest(plain, words);
    if (request !== undefined) {
      state.findings.push(...note(state, request.findings));
      state.ops.push({ op: "create" });
      continue;
    }
    const found = readStatement(
      /^(?:(?:can|could|would|will) (?:you|we)|please|help)\b/i.test(statement) ? plain : statement,
      words,
      readContext(state),
    );
    if (found.length > 0) state.findings.push(...note(state, joined(found, state)));
    else if (!toneOnly(statement, words, state) && /[a-z]{2,}/i.test(statement) && !smallTalk.test(plain))
      state.unknown.push(words);
  }
}

/** "b2b saas" and then "class booking and payments": the second says what the first is for. */
function joined(found: readonly Finding[], state: Reading): readonly Finding[] {
  const [only] = found;
  const last = state.findings.at(-1);
  const at = state.findings.findLastIndex(({ slot }) => slot === "product");
  const named = state.findings[at];
  if (
    found.length !== 1 ||
    only?.slot !== "product" ||
    only.weight > 1 ||
    named === undefined ||
    last === undefined ||
    !/\b(?:saas|software|app|tool|platform|service|system|solution|product)$/i.test(named.value) ||
    /^(?:we|i|our|it)\b/i.test(only.value)
  )
    return found;
  state.findings.splice(at, 1, {
    ...named,
    value: `${named.value} for ${only.value}`,
    quote: `${named.quote} ${only.quote}`,
  });
  return [];
}

/** Words around a brief that carry nothing. */
const smallTalk =
  /^(?:hey|hi|hello|so|ok|okay|well|lol)?[\s,.!]*(?:(?:so )?(?:here(?:'s| is| are| comes?)|this is|below (?:is|are)|let me (?:give|tell|explain)|i(?:'ll| will) (?:give|tell|explain)).*\b(?:background|context|info|information|brief|details|notes|deal|thing|story|idea|situation|summary)\b.*|(?:some |a bit of |more )?(?:background|context|notes?|brief|info|details)\b.{0,40}|(?:i )?hope (?:you|this|all).*|how are you.*|(?:i )?need (?:your |some )?help.*|help(?: me)?(?: please| with this)?|let's (?:start|go|begin|do it|try).*|first time.*|new here.*|(?:my|our) name is .*|(?:i|we) (?:run|own|have) an? (?:\w+ ){0,2}(?:company|team|firm|startup|business|agency|studio|shop)|b2b|b2c|we(?:'re| are) an? (?:\w+ ){0,2}(?:company|team|firm|startup|business|agency|studio)|we(?:'re| are) an? (?:\w+ )?(?:company|team|firm|startup|business|agency|studio) (?:of \d+|based|from|in)\b.*|nice to meet you.*|quick (?:one|question)|ok(?:ay)? so|that's (?:it|all|about it).*|thanks in advance.*|many thanks.*|best regards.*|cheers|go|ready|please)[\s.!:,]*$/i;

function toneOnly(text: string, quote: string, state: Reading): boolean {
  const tone =
    text.split(/\s+/).length <= 6 && /\b(?:tone|voice|style|vibe|keep|sound)\b/i.test(text)
      ? readTone(text)
      : undefined;
  if (tone !== undefined) state.findings.push({ slot: "tone", value: tone.tone, quote, weight: 2 });
  return tone !== undefined;
}

function cutQuote(quote: string, statement: string): string {
  const at = quote.toLowerCase().indexOf(statement.trim().toLowerCase().slice(0, 24));
  return at < 0 ? quote : quote.slice(at, at + statement.trim().length);
}

function readContext(state: Reading): ReadContext {
  const find = (slot: string): string | undefined => state.findings.find((finding) => finding.slot === slot)?.value;
  return {
    asked: state.context.asked,
    audience: find("audience") ?? state.context.audience,
    product: find("product") ?? state.context.product,
    pain: find("pain"),
    last: state.last,
    company: state.company,
  };
}

function note(state: Reading, findings: readonly Finding[]): readonly Finding[] {
  for (const { slot, value } of findings) {
    if (slot === "company") state.company = value;
    if (["audience", "product", "pain", "outcome", "proof", "difference", "offer", "event"].includes(slot))
      state.last = slot as FactSlot;
  }
  return findings;
}

/** The same operation said twice is done once. */
function distinct(ops: readonly Op[]): Op[] {
  const seen = new Set<string>();
  return ops.filter((op) => {
    const key = op.op === "tone" ? `tone:${op.tone}` : JSON.stringify(op);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function dedupe(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ slot, value }) => {
    const key = `${slot}:${value.toLowerCase()}`;
    if (value.trim() === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
