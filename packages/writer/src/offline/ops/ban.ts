import { sentencesOf } from "../ast/tree.ts";
import type { Sentence } from "../ast/tree.ts";
import { capitalise } from "../nlu/repair-wording.ts";
import { hasWord } from "../phrases/choose-phrase.ts";
import { topicOf } from "../plan/topic.ts";
import type { Applied } from "./apply-result.ts";
import { replaceAt } from "./edit-tree.ts";
import { againIn } from "./say-again.ts";
import { isLocked } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { synonyms } from "./synonyms.ts";

/** Keep words out of the draft, now and later: another phrase, a plain synonym, or the word left out. */
export function ban(scene: Scene, words: readonly string[]): Applied {
  const seen = new Map<string, number>();
  const left: string[] = [];
  const dropped: string[] = [];
  const changes = sentencesOf(scene.tree).flatMap(({ sentence, block, index }) => {
    const turn = seen.get(sentence.part) ?? 0;
    seen.set(sentence.part, turn + 1);
    if (!words.some((word) => hasWord(sentence.text, word))) return [];
    if (isLocked(sentence, scene)) {
      left.push(sentence.text);
      return [];
    }
    const next = without(sentence, turn, words, scene);
    if (next === "stuck") {
      left.push(sentence.text);
      return [];
    }
    if (next === null) dropped.push(sentence.text);
    return [{ place: { block, index }, next: next === null ? [] : [next] }];
  });
  const tree = replaceAt(scene.tree, changes);
  const subject = words.reduce(
    (text, word) => (hasWord(text, word) ? capitalise(swap(text, word)) : text),
    tree.subject.text,
  );
  const list = words.map((word) => `“${word}”`).join(", ");
  const hits = changes.length + (subject === tree.subject.text ? 0 : 1);
  return {
    tree: {
      ...tree,
      subject: {
        ...tree.subject,
        text: subject.trim() === "" ? capitalise(topicOf(scene.setting.product, undefined)) : subject,
      },
    },
    done: [
      hits === 0
        ? `noted: ${list} will not be used (it was not in the draft)`
        : `${list} will not be used; ${hits} ${hits === 1 ? "place" : "places"} changed`,
    ],
    open: [
      ...dropped.map(
        (text) =>
          `“${text}” could not be said without it, so I left the sentence out. Give me another wording and I will put it back.`,
      ),
      ...left.map(
        (text) => `“${text}” still holds it, and I found no other way to say that. Give me the wording you want.`,
      ),
    ],
  };
}

/** The sentence without the words; null drops it, "stuck" means that it cannot do without. */
function without(sentence: Sentence, turn: number, words: readonly string[], scene: Scene): Sentence | null | "stuck" {
  const again =
    sentence.phrase === undefined && sentence.part !== "greeting" && sentence.part !== "signoff"
      ? undefined
      : againIn(sentence, turn, scene.setting);
  if (again !== undefined && !words.some((word) => hasWord(again.text, word))) return again;
  const text = words.reduce(swap, sentence.text);
  if (
    !words.some((word) => hasWord(text, word)) &&
    text.split(/\s+/).length >= Math.min(4, sentence.text.split(/\s+/).length - 1)
  )
    return { ...sentence, text: capitalise(text) };
  return ["value", "ask", "greeting", "signoff"].includes(sentence.part) ? "stuck" : null;
}

/** Words that can go without leaving a hole: adverbs and praise. */
const loose =
  /(?:ly|est)$|^(?:just|very|really|simply|quite|rather|also|too|even|still|new|great|amazing|best|leading|top|easy|quick|fast|simple|free|better|innovative|unique|perfect|modern|smart|powerful|big|huge|small|many|most|often|always)$/i;

function swap(text: string, word: string): string {
  if (synonyms[word.toLowerCase()] === undefined && !loose.test(word)) {
    const plain = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return text.replace(
      new RegExp(
        `,?\\s+(?:in|on|at|every|each|during|for|with|by|from|per|this|last|next|over|through|and|or)\\s+(?:the |a |an |our |their |your |its )?(?:[\\w-]+ )?${plain}(?=[.,?!]|\\s+(?:and|or|but|to|by|with|at|in)\\b|$)`,
        "giu",
      ),
      "",
    );
  }
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const other = synonyms[word.toLowerCase()];
  return text
    .replace(new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, "giu"), (match) =>
      other === undefined ? "" : /^\p{Lu}/u.test(match) ? capitalise(other) : other,
    )
    .replace(/\s{2,}/g, " ")
    .replace(/\s+([,.?!])/g, "$1")
    .replace(/\b([Aa])n? (?=\w)/g, (match, letter: string, at: number, whole: string) =>
      other === undefined ? match : /^[aeiou]/i.test(whole.slice(at + match.length)) ? `${letter}n ` : `${letter} `,
    )
    .trim();
}
