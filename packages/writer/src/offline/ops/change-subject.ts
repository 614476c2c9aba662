import type { Op } from "../nlu/op.ts";
import { capitalise, repairWording } from "../nlu/repair-wording.ts";
import { wordCount } from "../plan/sentence.ts";
import { literal } from "../plan/setting.ts";
import { subjectOptions } from "../plan/subject-of.ts";
import type { Applied } from "./apply-result.ts";
import { nothing } from "./apply-result.ts";
import type { Scene } from "./scene.ts";

type SubjectOp = Extract<Op, { op: "subject" }>;
interface SubjectApplied extends Applied {
  readonly options?: readonly string[];
  readonly question?: { readonly question: string; readonly options: readonly string[]; readonly about: string };
}

/** Set the subject, find another, or offer several. The body stays as it is. */
export function changeSubject(scene: Scene, op: SubjectOp): SubjectApplied {
  const { tree, setting } = scene;
  const current = tree.subject.text;
  if (tree.subject.locked === true && op.mode !== "options")
    return nothing(tree, `The subject is locked (“${shown(current)}”), so I left it.`);
  const taken = new Set([current]);
  switch (op.mode) {
    case "set":
      return set(scene, literal(op.text.replace(/^\s*(?:re|fwd?)\s*:\s*/i, "")));
    case "about": {
      const topic = repairWording(op.text)
        .replace(/^(?:the|our|their|a|an)\s+/i, "")
        .replace(/[.!]+$/, "");
      const made = subjectOptions({ ...setting, topic }, 3, taken).find(({ text }) =>
        text.toLowerCase().includes(topic.toLowerCase()),
      );
      return set(scene, made?.text ?? capitalise(literal(topic)));
    }
    case "options": {
      const list = subjectOptions(setting, op.count ?? 5, taken).map(({ text }) => text);
      return {
        tree,
        done: [],
        open: [
          `Here are ${list.length} other subjects:\n${list.map((text, index) => `${index + 1}. ${shown(text)}`).join("\n")}\nSay “use 2” to take one; the present subject stays until then.`,
        ],
        options: list,
      };
    }
    case "shorter": {
      const made = subjectOptions(setting, 12, taken).find(
        ({ text }) => wordCount(shown(text)) < wordCount(shown(current)),
      );
      return made === undefined
        ? nothing(tree, `The subject has ${wordCount(shown(current))} words, which is as short as it reads well.`)
        : set(scene, made.text);
    }
    case "longer": {
      const made = subjectOptions(setting, 12, taken).find(
        ({ text }) => wordCount(shown(text)) > wordCount(shown(current)),
      );
      return made === undefined
        ? nothing(tree, "I have no longer subject that still fits a phone.")
        : set(scene, made.text);
    }
    case "question":
      return set(scene, `${capitalise(literal(setting.topic))}?`);
    case "new": {
      const [made] = subjectOptions({ ...setting, seed: `${setting.seed}|${current}` }, 1, taken);
      return made === undefined
        ? nothing(tree, "I have no other subject for this topic. Give me the words and I will set them.")
        : set(scene, made.text);
    }
  }
}

/** Take one of the offered subjects. */
export function chooseSubject(scene: Scene, index: number, options: readonly string[]): Applied {
  const text = options.at(index);
  if (options.length === 0 || text === undefined)
    return nothing(
      scene.tree,
      options.length === 0
        ? "There are no subject options to choose from yet. Say “five subject options”."
        : `I offered ${options.length} subjects; name a number from 1 to ${options.length}.`,
    );
  return set(scene, text);
}

function set(scene: Scene, text: string): Applied {
  if (text.trim() === "") return nothing(scene.tree, "A subject needs words.");
  if (text === scene.tree.subject.text) return nothing(scene.tree, `The subject is already “${shown(text)}”.`);
  const words = wordCount(shown(text));
  return {
    tree: { ...scene.tree, subject: { text: text.slice(0, 200) } },
    done: [`the subject is now “${shown(text)}”`],
    open: words > 7 ? [`It has ${words} words; two to five do best.`] : [],
  };
}

function shown(text: string): string {
  return text.replace(/%([A-Za-z_][\w.-]*)\|[^%]*%/g, "%$1%");
}
