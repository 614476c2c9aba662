import type { TurnState } from "../../state.ts";
import { sentencesOf } from "../ast/tree.ts";
import type { Tree } from "../ast/tree.ts";
import { wordsOfTree } from "../ast/words-of-tree.ts";
import type { Op } from "../nlu/op.ts";
import { addProof, mention } from "../ops/add.ts";
import type { Applied } from "../ops/apply-result.ts";
import { nothing } from "../ops/apply-result.ts";
import { asQuestion } from "../ops/as-question.ts";
import { ban } from "../ops/ban.ts";
import { changeAsk, softenAsk } from "../ops/change-ask.ts";
import { changeSubject, chooseSubject } from "../ops/change-subject.ts";
import { lengthen } from "../ops/lengthen.ts";
import { plainWording } from "../ops/plain-wording.ts";
import { postscript } from "../ops/postscript.ts";
import { remove } from "../ops/remove.ts";
import { replaceWords } from "../ops/replace-words.ts";
import { restoreVersion } from "../ops/restore-version.ts";
import { retone } from "../ops/retone.ts";
import { rewrite } from "../ops/rewrite.ts";
import type { Scene } from "../ops/scene.ts";
import { shorten } from "../ops/shorten.ts";
import { changeFrame } from "../ops/change-frame.ts";
import { useVariable } from "../ops/use-variable.ts";
import { anotherVersion } from "../ops/another-version.ts";
import { hasWord } from "../phrases/choose-phrase.ts";
import type { TurnPlan } from "./turn-plan.ts";

/** A scene with what operations on history and options need. */
export interface OpScene extends Scene {
  readonly state: TurnState;
  readonly options: readonly string[];
  readonly history: readonly { readonly number: number; readonly tree: Tree }[];
}

/** What one operation did, and what it leaves to decide. */
export interface OpResult extends Applied {
  readonly question?: TurnPlan["question"];
  /** Subject options now on offer. */
  readonly options?: readonly string[];
  readonly restored?: number;
  /** Sentences taken out for good. */
  readonly removed?: readonly string[];
}

/** Run one operation on a draft. */
export function runOp(op: Op, scene: OpScene): OpResult {
  const { tree } = scene;
  const evidence = `message:${scene.state.request.message_id}`;
  switch (op.op) {
    case "shorter":
      return shorten(scene, op);
    case "longer":
      return lengthen(scene, op);
    case "tone":
      return retone(scene);
    case "ask":
      return changeAsk(scene);
    case "soften-ask":
      return softenAsk(scene);
    case "subject":
      return changeSubject(scene, op);
    case "choose":
      return chooseSubject(scene, op.index, scene.options);
    case "mention":
      return mention(scene, op.text, evidence);
    case "proof": {
      const { needs, ...result } = addProof(scene);
      return needs === true
        ? {
            ...result,
            question: {
              question: "Which result or customer may I name? One line with a figure is best.",
              options: [],
              about: "proof",
            },
          }
        : result;
    }
    case "remove": {
      const result = remove(scene, op.target);
      return "question" in result
        ? { ...nothing(tree, ""), open: [], question: { ...result, about: "remove" } }
        : result;
    }
    case "replace":
      return replaceWords(scene, op.from, op.to);
    case "ban":
      return ban(scene, op.words);
    case "require":
      return op.words.every((word) => sentencesOf(tree).some(({ sentence }) => hasWord(sentence.text, word)))
        ? { tree, done: [`noted: ${op.words.map((word) => `“${word}”`).join(", ")} stays in the text`], open: [] }
        : mention(scene, op.words.join(" "), evidence);
    case "rewrite":
      return rewrite(scene, op.target, op.text, evidence);
    case "question":
      return asQuestion(scene, op.target);
    case "ps":
      return postscript(scene, op, evidence);
    case "variable":
      return useVariable(scene, op.said, scene.state.field_profile);
    case "variant":
    case "pattern":
      return anotherVersion(scene, op.op === "pattern" ? op.pattern : undefined);
    case "undo":
    case "restore":
      return restoreVersion(
        scene,
        op.op === "restore" ? op.version : undefined,
        scene.history,
        scene.state.session.draft,
      );
    case "greeting":
    case "signoff":
      return changeFrame(scene, op.op);
    case "plain":
      return plainWording(scene, op.what);
    case "unlock":
      return { tree, done: ["unlocked"], open: [] };
    case "talk":
      return { tree, done: [], open: op.about === "words" ? [`It has ${wordsOfTree(tree)} words.`] : [] };
    case "outside":
      return { tree, done: [], open: [`I cannot ${op.what} from here.`] };
    case "explain":
      return {
        tree,
        done: [],
        open: (scene.state.session.skeleton?.skeleton.blocks ?? [])
          .slice(0, 3)
          .map(({ name, strategy }) => `${name}: ${strategy}`),
      };
    default:
      return { tree, done: [], open: [] };
  }
}
