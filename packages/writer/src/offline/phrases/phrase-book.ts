import { bestLines } from "./best-lines.ts";
import { asks } from "./asks.ts";
import { followUps } from "./follow-ups.ts";
import { extras, frameLines, subjects } from "./frame-lines.ts";
import { moreAsks } from "./more-asks.ts";
import { moreFrames } from "./more-frames.ts";
import { moreOpeners } from "./more-openers.ts";
import { moreProblems } from "./more-problems.ts";
import { moreValues } from "./more-values.ts";
import { openers } from "./openers.ts";
import type { Phrase } from "./phrase.ts";
import { problems } from "./problems.ts";
import { values } from "./values.ts";

/** Every phrase the offline model can use. */
export const phraseBook: readonly Phrase[] = [
  ...bestLines,
  ...frameLines,
  ...openers,
  ...moreOpeners,
  ...problems,
  ...moreProblems,
  ...values,
  ...moreValues,
  ...asks,
  ...moreAsks,
  ...subjects,
  ...extras,
  ...followUps,
  ...moreFrames,
];
