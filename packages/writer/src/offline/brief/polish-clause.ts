import { repairWording } from "../nlu/repair-wording.ts";
import { toSender, withoutLead } from "./person.ts";

/** A user's clause made ready to be quoted in an email: repaired, without lead-in words or closing punctuation. */
export function polishClause(text: string): string {
  const repaired = repairWording(text).replace(/^["']+|["']+$/g, "");
  return withoutLead(toSender(repaired))
    .replace(
      /\b(?:basically|literally|actually|really|super|pretty much|just|very|obviously)\s+(?=[a-z])/gi,
      (match, at: number, whole: string) =>
        /\bjust$/i.test(match.trim()) &&
        /\b(?:in|a|one|\d)/i.test(whole.slice(at + match.length, at + match.length + 4))
          ? match
          : /^very\s/i.test(match) || (/^really\s/i.test(match) && /not $|n't $/i.test(whole.slice(0, at)))
            ? match
            : "",
    )
    .replace(/\b(we|I)(?:'ve| have)? got (?=an?\b|this\b|the\b|our\b|some\b|\d)/gi, "$1 have ")
    .replace(/\bthis (?=(?:app|tool|software|platform|thing|product|service|system|device|machine)\b)/gi, "a ")
    .replace(/\ba (?=app\b|e?[aeio]\w+ (?:app|tool|system))/gi, "an ")
    .replace(/[\s,;:.!?-]+$/, "")
    .trim();
}
