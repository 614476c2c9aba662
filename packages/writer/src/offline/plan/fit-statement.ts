import { lowerFirst, looksLikeAudience } from "../nlu/noun-phrase.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { toReader } from "../brief/person.ts";
import { isPluralWord } from "../words/number-of.ts";
import { baseOf } from "../words/verb-forms.ts";
import { sentence, splitLong } from "./sentence.ts";

/** How a pain can stand in a sentence. */
export interface FittedPain {
  readonly shape: "clause" | "base" | "be" | "gerund" | "noun" | "have";
  /** The words in that shape, no capital, no stop. */
  readonly text: string;
}

/** Fit a pain: "they can't fill shifts" → base "can't fill shifts"; "late invoices" → noun. */
export function fitPain(value: string): FittedPain {
  const text = value.trim().replace(/\.$/, "");
  const they = /^they\s+(?:all |often |usually |typically |generally |always |mostly )*(?:(are|were)\s+)?(.+)$/i.exec(
    text,
  );
  if (they?.[2] !== undefined) return { shape: they[1] === undefined ? "base" : "be", text: they[2] };
  const shape = shapeOf(text);
  if (/^(?:are|is)\s/i.test(text)) return { shape: "be", text: lowerFirst(text.replace(/^(?:are|is)\s+/i, "")) };
  if (shape === "base") return { shape: "base", text: lowerFirst(text) };
  if (shape === "adjective") return { shape: "be", text: lowerFirst(text) };
  if (shape === "third") {
    const [first = "", ...rest] = text.split(/\s+/);
    const base = /^(?:is|was)$/i.test(first)
      ? undefined
      : /^has$/i.test(first)
        ? "have"
        : /^does(n't)?$/i.test(first)
          ? first.toLowerCase().replace("does", "do")
          : baseOf(first, "third");
    return base === undefined ? { shape: "clause", text } : { shape: "base", text: `${base} ${rest.join(" ")}` };
  }
  if (shape === "gerund") return { shape: "gerund", text: lowerFirst(text) };
  if (shape === "clause") return { shape: "clause", text };
  if (/^(?:no|too (?:much|many|little|few)|not enough|zero|little|few)\s/i.test(text))
    return { shape: "have", text: lowerFirst(text) };
  if (/^(?:lack|shortage|loss) of\b/i.test(text)) return { shape: "noun", text: `a ${lowerFirst(text)}` };
  return { shape: "noun", text: lowerFirst(text).replace(/^(?:that|the fact that)\s+/i, "") };
}

/** A benefit as whole sentences about or to the reader. */
export function outcomeSentences(value: string, subject: "it" | "that" = "that"): string[] {
  const text = value.trim().replace(/\.$/, "");
  if (/^they\s/i.test(text)) return splitLong(sentence(`that way ${toReader(lowerFirst(text))}`));
  const shape = shapeOf(text);
  if (shape === "clause") return splitLong(sentence(turnThem(text)));
  if (shape === "base") return splitLong(sentence(`that way you ${toReader(lowerFirst(text)).replace(/^to\s+/i, "")}`));
  if (
    shape === "third" &&
    /^(?:takes|costs|weighs|runs|works|lasts|comes|includes|fits|needs|has|is|melts|looks|feels|holds|stays|starts|covers|connects|installs|charges|sits|tastes|ships)\b/i.test(
      text,
    )
  )
    return splitLong(sentence(`it ${lowerFirst(toReader(text))}`));
  if (shape === "third") return splitLong(sentence(`${subject} ${lowerFirst(toReader(text))}`));
  if (shape === "participle") return splitLong(sentence(`it is ${lowerFirst(text)}`));
  if (shape === "gerund") return splitLong(sentence(`the aim is ${toReader(lowerFirst(text))}`));
  return splitLong(sentence(`that means ${toReader(lowerFirst(text))}`));
}

/** "them" behind our own subject is the reader: "we show them every order" → "we show you every order". */
export function turnThem(text: string): string {
  if (!/^(?:we|I|our|it|this|that|the (?:app|tool|product|service|software|platform|system))\b/i.test(text))
    return text;
  if (
    /\b(?:fix|read|reads|process|sort|scan|check|translate|return|recycle|handle|repair|make|build|deliver|install|ship|replace|rent|clean|wash|collect|grow|bake|print|design|test|roast|brew|service|maintain|pick up|swap|refill|design|cut|sew) them\b/i.test(
      text,
    )
  )
    return text;
  const [subject = "", ...rest] = text.split(/(?<=^\S+)\s/);
  return `${subject} ${toReader(rest.join(" "))}`.trim();
}

/** A result as whole sentences: comma splices are parted, fragments get a subject. */
export function proofSentences(value: string): string[] {
  const text = value.trim().replace(/\.$/, "");
  const pieces = text.split(/[,;]\s+(?:and\s+)?(?=\S)/);
  const [front = text, ...rest] = pieces;
  const parts =
    rest.length > 0 &&
    isClause(front) &&
    rest.every(
      (piece) =>
        isClause(piece) &&
        !/^(?:which|who|that|where|while|so|but|with|from|up|down|in|at|by|for|including)\b/i.test(piece),
    )
      ? pieces
      : [text];
  return parts.flatMap((part) => splitLong(sentence(proofSentence(part.trim()))));
}

function isClause(text: string): boolean {
  return shapeOf(text) === "clause" || findVerb(wordsOf(text)) > 0;
}

function proofSentence(text: string): string {
  const shape = shapeOf(text);
  const [first = ""] = text.split(/\s+/);
  if (
    baseOf(first, "past") !== undefined &&
    /^[a-z]|^(?:Found|Cut|Helped|Saved|Reduced|Placed|Delivered|Served|Built|Grew|Won|Raised|Trained|Shipped|Sold)\b/.test(
      text,
    ) &&
    !isPluralWord(first)
  )
    return `we ${lowerFirst(text)}`;
  if (/^(?:last|latest|previous|recent|first|one|another)\s+(?:client|customer|user)\b/i.test(text))
    return /^(?:one|another)\b/i.test(text) ? text : `our ${lowerFirst(text)}`;
  if (isClause(text)) return text;
  if (
    /^(?:trusted|used|loved|chosen|rated|backed|certified|accredited|recommended|featured|founded|established)\b/i.test(
      text,
    )
  )
    return `we are ${lowerFirst(text)}`;
  if (baseOf(first, "past") !== undefined && shape !== "noun") return `we ${lowerFirst(text)}`;
  if (/^(?:helping|serving|working with)\b/i.test(text)) return `we are ${lowerFirst(text)}`;
  const counted =
    /^(?:over |more than |about |around |almost |nearly |some )?\d[\d.,]*\s*\+?\s+(?:[\w-]+\s+){0,4}/i.test(text);
  if (
    counted &&
    looksLikeAudience(text.replace(/^(?:over |more than |about |around |almost |nearly |some )?\d[\d.,+]*\s*/i, ""))
  )
    return `we already work with ${lowerFirst(text)}`;
  if (/\byears\b/i.test(text) && counted) return `we bring ${lowerFirst(text)}`;
  if (/^(?:case stud(?:y|ies)|testimonials?)\b/i.test(text)) return `one example: ${lowerFirst(text)}`;
  if (
    /^[\p{L}&'. -]{2,40}$/u.test(text) &&
    text.split(/\s+/).length <= 4 &&
    shape === "noun" &&
    !/^(?:a|an|the|our|my|no)\s/i.test(text)
  )
    return `our customers include ${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return `one result: ${/^[A-Z][\w&'.-]*(?:\s[A-Z]|:|,)/.test(text) ? text : lowerFirst(text)}`;
}
