import { asks } from "./asks.ts";
import { followUps } from "./follow-ups.ts";
import { extras, frameLines, subjects } from "./frame-lines.ts";
import { openers } from "./openers.ts";
import type { Phrase } from "./phrase.ts";
import { problems } from "./problems.ts";
import { values } from "./values.ts";

/** Every phrase the offline model can use. */
export const phraseBook: readonly Phrase[] = [...frameLines, ...openers, ...problems, ...values, ...asks, ...subjects, ...extras, ...followUps];
