import type { Op } from "../op.ts";

const line =
  "(?:subject(?:[- ]?lines?)?s?|(?<!job |their |his |her |role |position )titles?|(?<!their |linkedin )headlines?)";
const numbers: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  several: 4,
  some: 4,
  few: 3,
  other: 3,
  different: 4,
  alternative: 4,
  more: 4,
  multiple: 4,
  couple: 2,
};

/** Anything about the subject line. */
export function readSubject(text: string): Op | undefined {
  if (
    !new RegExp(`\\b${line}\\b(?! matter)`, "i").test(text) ||
    /^(?:we|our|they|their|it)\b(?! subject(?: line)? (?:should|is|must))/i.test(text)
  ) {
    const choice =
      /^(?:(?:use|take|pick|choose|go with|i(?:'ll| will)? (?:take|like|prefer|choose|pick)|let's go with|option|number|no\.?|#|the)\s+)*(?:option |number |no\.? ?|#)?(\d|one|two|three|four|five|first|second|third|fourth|fifth|last)(?: (?:one|option|subject))?$/i.exec(
        text,
      );
    if (
      choice?.[1] !== undefined &&
      /\b(?:use|take|pick|choose|go|like|prefer|option|number|#|one)\b|^\d$/i.test(text) &&
      !/^(?:one|two|three)$/i.test(text)
    )
      return {
        op: "choose",
        index:
          { one: 0, first: 0, two: 1, second: 1, three: 2, third: 2, four: 3, fourth: 3, five: 4, fifth: 4, last: -1 }[
            choice[1].toLowerCase()
          ] ?? Number(choice[1]) - 1,
      };
    return undefined;
  }
  const numbered = new RegExp(`^(?:use|take|pick|choose|go with) ${line} (?:number |no\\.? ?|#)?(\\d)$`, "i").exec(
    text,
  )?.[1];
  if (numbered !== undefined) return { op: "choose", index: Number(numbered) - 1 };
  const set =
    new RegExp(
      `(?:set|make|change|use|put|update|replace|switch|call|rename|edit|let)?\\s*(?:as )?(?:the |a |my |our )?(?:new )?${line}\\s*(?:should be|should say|should read|must be|to be|to say|to read|be|is|to|as|with|=|:|read|say|of|->)?\\s*:?\\s*(?:"([^"]+)"|'([^']+)')`,
      "i",
    ).exec(text) ??
    new RegExp(
      `^(?:use|put|take|make|set|go with)\\s+(?:"([^"]+)"|'([^']+)')\\s+(?:as|for|be|in)\\s+(?:the |a )?(?:new )?${line}`,
      "i",
    ).exec(text);
  const exact = set?.[1] ?? set?.[2];
  if (exact !== undefined) return { op: "subject", mode: "set", text: exact.trim() };
  const count = new RegExp(
    `\\b(\\d+|two|three|four|five|six|seven|eight|ten|several|a few|few|some|other|different|alternative|more|multiple|a couple(?: of)?)\\s+(?:\\w+\\s+){0,3}?(?:${line}|options|ideas|alternatives|suggestions|variants|versions)`,
    "i",
  ).exec(text);
  if (
    /\b(?:options?|ideas?|alternatives?|suggestions?|choices|variants|brainstorm|list)\b/i.test(text) ||
    (count !== null && /lines|subjects|titles|headlines/i.test(text))
  ) {
    const said = count?.[1]?.toLowerCase().replace(/^a\s+|\s+of$/g, "") ?? "";
    return { op: "subject", mode: "options", count: Math.min(8, Math.max(2, numbers[said] ?? (Number(said) || 5))) };
  }
  if (
    new RegExp(
      `${line}.*\\b(?:shorter|too long|too wordy|more concise|briefer)\\b|\\b(?:shorten|trim|tighten)\\b.*${line}|\\btoo long an? ${line}|\\bshorter\\s+${line}`,
      "i",
    ).test(text)
  )
    return { op: "subject", mode: "shorter" };
  if (new RegExp(`${line}.*\\b(?:longer|too short|more detailed)\\b|\\blonger\\s+${line}`, "i").test(text))
    return { op: "subject", mode: "longer" };
  if (
    new RegExp(`${line}.*\\b(?:as |into |be )?an? question\\b|question (?:as|in|for) (?:the |a )?${line}`, "i").test(
      text,
    )
  )
    return { op: "subject", mode: "question" };
  if (new RegExp(`^(?:keep|don't (?:change|touch)|do not (?:change|touch)|leave|preserve|lock)\\b`, "i").test(text))
    return { op: "lock", target: { kind: "subject" } };
  const about =
    new RegExp(
      `(?:${line})\\s+(?:that (?:mentions|uses|includes|says|has)|which (?:mentions|includes)|about|with|mentioning|including|on|should mention|should include|needs to mention|to mention|mention|include|around|referencing|focused on|focusing on)\\s+(.+)$`,
      "i",
    ).exec(text) ??
    new RegExp(
      `^(?:mention|include|put|use|add|get|have)\\s+(.+?)\\s+(?:in|to|into|for)\\s+(?:the )?${line}$`,
      "i",
    ).exec(text);
  if (about?.[1] !== undefined && !/^(?:a |an )?(?:question|new|different|better|another)\b/i.test(about[1]))
    return { op: "subject", mode: "about", text: about[1].replace(/^["']|["']$/g, "") };
  const plain =
    new RegExp(
      `^(?:set|change|update|make|switch|rename|edit|replace)\\s+(?:the |my |our )?${line}\\s+(?:to|as|with|be|:|=)\\s*:?\\s*(.{2,80})$`,
      "i",
    ).exec(text) ??
    new RegExp(
      `^(?:the )?${line}\\s*(?:should be|must be|should say|should read|must say|needs to be|is|=|:)\\s*(.{2,80})$`,
      "i",
    ).exec(text);
  if (
    plain?.[1] !== undefined &&
    !/^(?:be |something|sound|a |an |more|less|better|shorter|longer|different|new|boring|bad|weak|too|not|punchier|catchier|interesting|good|fine|great|ok|okay|clear)\b/i.test(
      plain[1],
    ) &&
    !(/\bis\s+\S+$/i.test(text) && /^[a-z]/.test(plain[1]))
  )
    return { op: "subject", mode: "set", text: plain[1].trim() };
  return { op: "subject", mode: "new" };
}
