import { BlockRole, splitSentences } from "@longhand/template";
import { z } from "zod";
import { currentBlocks } from "../../current-blocks.ts";
import type { DraftState, Json, TurnState } from "../../state.ts";
import { toPieces } from "../../tools/draft-pieces.ts";
import { parts, type Block, type Sentence, type Tree } from "./tree.ts";

const Kept = z.object({
  text: z.string(),
  origin: z.enum(["phrase", "user", "human"]),
  part: z.string(),
  phrase: z.string().optional(),
  evidence: z.array(z.string()).optional(),
  locked: z.boolean().optional(),
});
const Notes = z.object({
  v: z.literal(1),
  subject: z.object({
    text: z.string(),
    phrase: z.string().optional(),
    locked: z.boolean().optional(),
    human: z.boolean().optional(),
  }),
  blocks: z.array(z.object({ id: z.string().nullable(), role: z.string(), sentences: z.array(Kept) })),
});
type Notes = z.infer<typeof Notes>;

const roles: readonly BlockRole[] = BlockRole.options;

/**
 * The current draft as a tree. What is known of each sentence comes from the
 * notes kept with the newest version that has some; a sentence that no note
 * knows was typed by a person.
 */
export function readTree(state: TurnState): Tree | null {
  const { draft } = state.session;
  return draft === null ? null : treeOf(draft, state);
}

/** As `readTree`, for an earlier version. */
export function treeOf(draft: DraftState, state: TurnState): Tree {
  const versions = [draft, ...[...state.session.draft_history].reverse()];
  const notes = versions.flatMap((version) => parseNotes(version.notes) ?? [])[0] ?? null;
  const own = parseNotes(draft.notes) !== null;
  const known = new Map<string, z.infer<typeof Kept>>();
  for (const version of versions.slice(0, 12).reverse())
    for (const block of parseNotes(version.notes)?.blocks ?? [])
      for (const sentence of block.sentences) known.set(sentence.text, sentence);
  const planned = new Map((state.session.skeleton?.skeleton.blocks ?? []).map((block) => [block.id, block.role]));
  const noted = new Map(
    (notes?.blocks ?? []).flatMap((block) =>
      block.id === null ? [] : [[block.id, roles.find((role) => role === block.role) ?? "other"] as const],
    ),
  );
  const spans = currentBlocks({ ...state.session, draft }) ?? [];
  const pieces = toPieces(draft.body, spans);
  const blocks = pieces.flatMap((piece, at): Block[] => {
    const role = piece.block_id === null ? undefined : (planned.get(piece.block_id) ?? noted.get(piece.block_id));
    if (role !== undefined && piece.block_id !== null)
      return [{ id: piece.block_id, role, pre: piece.before, sentences: sentencesIn(piece.text, role, known) }];
    return loose(piece.text, piece.before, known, at === 0, at === pieces.length - 1);
  });
  const human = !own || notes === null || draft.subject !== notes.subject.text;
  const subject =
    notes !== null && notes.subject.text === draft.subject
      ? notes.subject
      : { text: draft.subject, ...(human ? { human: true } : {}) };
  return {
    subject: {
      text: draft.subject,
      ...(subject.phrase === undefined ? {} : { phrase: subject.phrase }),
      ...(subject.locked === undefined ? {} : { locked: subject.locked }),
      ...(subject.human === undefined ? {} : { human: subject.human }),
    },
    blocks,
  };
}

function parseNotes(notes: Json): Notes | null {
  return Notes.safeParse(notes).data ?? null;
}

function sentencesIn(text: string, role: BlockRole, known: ReadonlyMap<string, z.infer<typeof Kept>>): Sentence[] {
  const whole = known.get(text);
  if (whole !== undefined) return [toSentence(text, "", whole, role)];
  let at = 0;
  return splitSentences(text).map((found) => {
    const pre = text.slice(at, found.from);
    at = found.to;
    return toSentence(found.text, pre, known.get(found.text), role);
  });
}

function toSentence(text: string, pre: string, kept: z.infer<typeof Kept> | undefined, role: BlockRole): Sentence {
  if (kept === undefined) return { text, pre, origin: "human", part: parts.find((part) => part === role) ?? "other" };
  return {
    text,
    pre,
    origin: kept.origin,
    part: parts.find((part) => part === kept.part) ?? "other",
    ...(kept.phrase === undefined ? {} : { phrase: kept.phrase }),
    ...(kept.evidence === undefined ? {} : { evidence: kept.evidence }),
    ...(kept.locked === undefined ? {} : { locked: kept.locked }),
  };
}

/** Words of no known block: one block a paragraph, its role guessed from its place and words. */
function loose(
  text: string,
  before: string,
  known: ReadonlyMap<string, z.infer<typeof Kept>>,
  first: boolean,
  last: boolean,
): Block[] {
  const paragraphs = text.split(/(\n[ \t]*\n\s*)/);
  const blocks: Block[] = [];
  for (let i = 0; i < paragraphs.length; i += 2) {
    const words = paragraphs[i] ?? "";
    if (words.trim() === "") continue;
    const role = guessRole(words, first && i === 0, last && i === paragraphs.length - 1);
    blocks.push({
      id: null,
      role,
      pre: i === 0 ? before : (paragraphs[i - 1] ?? "\n\n"),
      sentences: role === "signoff" ? [toSentence(words, "", known.get(words), role)] : sentencesIn(words, role, known),
    });
  }
  return blocks;
}

function guessRole(text: string, first: boolean, last: boolean): BlockRole {
  if (first && /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|greetings)\b/i.test(text) && text.length < 60)
    return "greeting";
  if (/^p\.?\s?s\b/i.test(text)) return "ps";
  if (
    last &&
    text.length < 80 &&
    !/[?]/.test(text) &&
    /^(?:best|kind|warm|regards|cheers|thanks|thank you|sincerely|yours|all the best|talk soon|%sender)/i.test(text)
  )
    return "signoff";
  return /\?/.test(text) ? "ask" : "other";
}
