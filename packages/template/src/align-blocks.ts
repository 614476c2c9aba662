import { diffArrays } from "diff";
import type { BlockSpan } from "./checks/check-input.ts";
import { splitSentences, type Sentence } from "./sentences.ts";

/** Two sentences with at least this share of words in common are one sentence, edited. */
const sameSentence = 0.5;

/**
 * Carry block ranges over to a text somebody edited by hand.
 *
 * Sentences are matched by longest common subsequence, then, between two matches, by token Dice ≥ 0.5; what matches
 * nothing gets block null. The ranges cover every sentence of `after`, in order; neighbours of one block are one range.
 */
export function alignBlocks(before: string, spans: readonly BlockSpan[], after: string): BlockSpan[] {
  const old = splitSentences(before).map((sentence) => ({
    sentence,
    key: fold(sentence),
    block: blockAt(spans, sentence),
  }));
  const now = splitSentences(after).map((sentence) => ({
    sentence,
    key: fold(sentence),
    block: null as string | null,
  }));
  let from = 0;
  let to = 0;
  let lost: typeof old = [];
  let gained: typeof now = [];

  function settle(): void {
    let next = 0;
    for (const candidate of gained) {
      const rest = lost.slice(next);
      const scores = rest.map(({ key }) => dice(key, candidate.key));
      const best = Math.max(0, ...scores);
      if (best < sameSentence) continue;
      const index = scores.indexOf(best);
      candidate.block = rest[index]?.block ?? null;
      next += index + 1;
    }
    lost = [];
    gained = [];
  }

  for (const { added, removed, count } of diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  )) {
    if (removed) lost = old.slice(from, (from += count));
    else if (added) gained = now.slice(to, (to += count));
    else {
      settle();
      for (let i = 0; i < count; i++, from++, to++) {
        const target = now[to];
        if (target !== undefined) target.block = old[from]?.block ?? null;
      }
    }
  }
  settle();
  return merge(now);
}

function fold({ text }: Sentence): string {
  return text.toLowerCase().replaceAll(/\s+/g, " ");
}

function blockAt(spans: readonly BlockSpan[], { from, to }: Sentence): string | null {
  const middle = (from + to) / 2;
  return spans.find((span) => span.from <= middle && middle < span.to)?.block_id ?? null;
}

function dice(a: string, b: string): number {
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}%_.]+/gu) ?? [];
  const left = words(a);
  const right = words(b);
  const pool = [...right];
  let common = 0;
  for (const word of left) {
    const index = pool.indexOf(word);
    if (index < 0) continue;
    pool.splice(index, 1);
    common++;
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}

function merge(sentences: readonly { sentence: Sentence; block: string | null }[]): BlockSpan[] {
  const merged: BlockSpan[] = [];
  for (const { sentence, block } of sentences) {
    const last = merged.at(-1);
    if (last !== undefined && last.block_id === block) merged.splice(-1, 1, { ...last, to: sentence.to });
    else merged.push({ block_id: block, from: sentence.from, to: sentence.to });
  }
  return merged;
}
