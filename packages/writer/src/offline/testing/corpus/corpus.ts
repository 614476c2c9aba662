import type { CaseGroup } from "./case.ts";
import { askCases, lengthCases, subjectCases, toneCases } from "./edits.ts";
import { moreBriefs, moreEdits, moreTalk } from "./more.ts";
import { briefCases, compoundCases, contentCases, partCases, stillCases } from "./parts.ts";

/** Every utterance with its expected reading. */
export const corpus: readonly CaseGroup[] = [lengthCases, toneCases, askCases, subjectCases, partCases, contentCases, compoundCases, stillCases, briefCases, moreEdits, moreTalk, moreBriefs];
