import type { CaseGroup } from "./case.ts";
import { askCases, lengthCases, subjectCases, toneCases } from "./edits.ts";
import { freshBriefs, freshEdits, freshTalk } from "./fresh.ts";
import { heldBriefs, heldEdits, heldTalk } from "./held-out.ts";
import { moreBriefs, moreEdits, moreTalk } from "./more.ts";
import { unseenBriefs, unseenEdits, unseenTalk } from "./unseen.ts";
import { briefCases, compoundCases, contentCases, partCases, stillCases } from "./parts.ts";

/** Utterances the rules were made with, and their expected reading. */
export const tuned: readonly CaseGroup[] = [
  lengthCases,
  toneCases,
  askCases,
  subjectCases,
  partCases,
  contentCases,
  compoundCases,
  stillCases,
  briefCases,
  moreEdits,
  moreTalk,
  moreBriefs,
  freshEdits,
  freshTalk,
  freshBriefs,
  unseenEdits,
  unseenTalk,
  unseenBriefs,
];

/** Utterances the rules have never been changed for: they are scored only. */
export const heldOut: readonly CaseGroup[] = [heldEdits, heldTalk, heldBriefs];
