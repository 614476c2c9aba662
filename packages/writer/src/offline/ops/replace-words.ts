import { sentencesOf } from "../ast/tree.ts";
import { literal } from "../plan/setting.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import { replaceAt } from "./edit-tree.ts";
import { isLocked } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** Replace words literally: whole words first, else any occurrence; the first letter keeps its case. Reports how many. */
export function replaceWords(scene: Scene, from: string, to: string): Applied {
  const next = literal(to);
  const whole = matcher(from, true);
  const part = matcher(from, false);
  const all = sentencesOf(scene.tree);
  const inBody = all.some(({ sentence }) => whole.test(sentence.text));
  const pattern = inBody || matcher(from, true).test(scene.tree.subject.text) ? whole : part;
  let count = 0;
  let locked = 0;
  const swap = (text: string): string =>
    text.replace(fresh(pattern), (match: string) => {
      count += 1;
      return likeCase(match, next, from);
    });
  const changes = all.flatMap(({ sentence, block, index }) => {
    if (!fresh(pattern).test(sentence.text)) return [];
    if (isLocked(sentence, scene)) {
      locked += 1;
      return [];
    }
    return [{ place: { block, index }, next: [{ ...sentence, text: swap(sentence.text) }] }];
  });
  const subject = scene.tree.subject.locked === true ? scene.tree.subject.text : swap(scene.tree.subject.text);
  if (count === 0)
    return nothing(
      scene.tree,
      locked > 0
        ? `“${from}” stands only in a locked sentence, so I left it.`
        : `“${from}” is not in the draft, so nothing was replaced.`,
    );
  const tree = replaceAt(scene.tree, changes);
  return {
    tree: { ...tree, subject: { ...tree.subject, text: subject } },
    done: [`replaced “${from}” with “${to}” (${count} ${count === 1 ? "time" : "times"})`],
    open: locked > 0 ? ["One more stands in a locked sentence and stayed."] : [],
  };
}

function matcher(text: string, whole: boolean): RegExp {
  const plain = text
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+")
    .replace(/['’]/g, "['’]");
  return new RegExp(whole ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])` : plain, "giu");
}

function fresh(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, pattern.flags);
}

function likeCase(match: string, to: string, from: string): string {
  return /^\p{Lu}/u.test(match) && /^\p{Ll}/u.test(from) && /^\p{Ll}/u.test(to)
    ? to.charAt(0).toUpperCase() + to.slice(1)
    : /^\p{Ll}/u.test(match) && /^\p{Lu}\p{Ll}/u.test(to) && /^\p{Lu}/u.test(from)
      ? to.charAt(0).toLowerCase() + to.slice(1)
      : to;
}
