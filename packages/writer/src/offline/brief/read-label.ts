import type { LabelKey } from "../nlu/labels.ts";
import { looksLikeAudience } from "../nlu/noun-phrase.ts";
import { readAsk } from "../nlu/read-ask.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { nounWithArticle } from "../plan/fit-product.ts";
import { readTone } from "../nlu/tone-words.ts";
import { hasFigure, soundsLikePain } from "./cues.ts";
import type { Finding, ReadContext } from "./finding.ts";
import { polishClause } from "./polish-clause.ts";
import { audienceFindings } from "./read-audience.ts";
import { readStatement } from "./read-statement.ts";
import { productWithAudience } from "./read-we.ts";

/** What a labelled value says. The label decides the slot; a second sentence under it is read as what it says. */
export function readLabel(
  key: LabelKey,
  source: string,
  quote: string,
  first: boolean,
  context: ReadContext,
): Finding[] {
  const text = polishClause(source);
  if (text === "" || /^(?:none|n\/a|na|no|nothing|tbd|unknown|-|not sure|any)$/i.test(text)) return [];
  switch (key) {
    case "audience": {
      if (!first)
        return readStatement(text, quote, context).map((finding) =>
          finding.slot === "product" ? { ...finding, slot: "pain" as const } : finding,
        );
      const [front = text] = text.split(/\s+(?:who|that)\s+(?=\w)/i);
      return audienceFindings(front.replace(/^(?:for|to|at)\s+/i, ""), text.slice(front.length), quote, 3);
    }
    case "product":
      return first && !(context.product !== undefined)
        ? productWithAudience("", nameThenDescription(text), quote, 3)
        : supporting(text, quote, context, "outcome");
    case "pain":
      if (!first) {
        const read = readStatement(text, quote, context).filter(({ weight }) => weight > 1);
        if (read.length > 0) return read;
      }
      return [{ slot: "pain", value: text.replace(/^they're\s/i, "they are "), quote, weight: 3 }];
    case "outcome":
      return [{ slot: "outcome", value: text, quote, weight: 3 }];
    case "proof":
      return [{ slot: "proof", value: text, quote, weight: 3 }];
    case "difference":
      return [{ slot: "difference", value: text, quote, weight: 3 }];
    case "offer":
      return context.product === undefined && !/\b(?:free|%|discount|trial|off|\$|€|£|month|guarantee)\b/i.test(text)
        ? productWithAudience("", text, quote, 2)
        : [{ slot: "offer", value: text, quote, weight: 3 }];
    case "ask":
      return askValue(text, quote);
    case "tone": {
      const tone = readTone(text);
      return tone === undefined ? [] : [{ slot: "tone", value: tone.tone, quote, weight: 3 }];
    }
    case "length": {
      const words = /\d{2,3}/.exec(text)?.[0];
      return [
        {
          slot: "length",
          value:
            words ?? (/short|brief|concise/i.test(text) ? "short" : /long|detailed/i.test(text) ? "long" : "medium"),
          quote,
          weight: 3,
        },
      ];
    }
    case "sender":
      return [{ slot: "sender", value: text, quote, weight: 3 }];
    case "company":
      return [
        { slot: "company", value: (text.split(/,|\s-\s/)[0] ?? text).trim(), quote, weight: 3 },
        ...(/,/.test(text)
          ? productWithAudience(
              `${(text.split(",")[0] ?? "").trim()} is `,
              text.slice(text.indexOf(",") + 1).trim(),
              quote,
              2,
            )
          : []),
      ];
    case "subject":
      return [{ slot: "subject", value: source.trim().replace(/^["']|["']$/g, ""), quote, weight: 3 }];
    case "banned":
      return text
        .split(/\s*,\s*|\s+(?:and|or)\s+/)
        .flatMap((word) =>
          word === "" || word.split(/\s+/).length > 4
            ? []
            : [{ slot: "banned" as const, value: word.replace(/["']/g, ""), quote, weight: 3 as const }],
        );
    case "language":
      return [{ slot: "language", value: text, quote, weight: 3 }];
    case "signoff":
      return [{ slot: "signoff", value: source.trim(), quote, weight: 3 }];
    case "event":
      return supporting(text, quote, context, "event");
    case "meta":
      return supporting(text, quote, context, undefined);
  }
}

/** "LabTrack, order tracking software" → "LabTrack is order tracking software". */
function nameThenDescription(text: string): string {
  const match =
    /^((?:[A-Z][\w.&'-]*)(?: [A-Z][\w.&'-]*){0,2}),\s+((?:an?|the|our)?\s*[a-z].+)$/.exec(text) ??
    /^([A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,2})\s+\(([^)]+)\)$/.exec(text);
  if (match?.[1] === undefined || looksLikeAudience(match[1])) return text;
  const [what = "", ...more] = (match[2] ?? "").split(/,\s+/);
  const clause = more.length > 0 && shapeOf(more.join(", ")) === "clause";
  return `${match[1]} is ${nounWithArticle(what)}${more.length === 0 ? "" : clause ? `: ${more.join(", ")}` : `, ${more.join(", ")}`}`;
}

function askValue(text: string, quote: string): Finding[] {
  const people = /^(?:to )?(?:invite|get|ask|convince|persuade|have|bring|win)\s+(.+)$/i.exec(text)?.[1];
  const taken = people === undefined ? undefined : takeAudience(people);
  if (taken !== undefined)
    return [
      { slot: "audience", value: taken.audience, quote, weight: 2 },
      { slot: "ask", value: taken.rest, quote, weight: 3 },
    ];
  const ask = readAsk(text) ?? readAsk(`ask ${text}`) ?? readAsk(`ask for ${text}`) ?? text;
  return [{ slot: "ask", value: ask.replace(/^(?:ask )?(?:for )/i, ""), quote, weight: 3 }];
}

/** "museum directors to our webinar": the people, then what they are asked. */
function takeAudience(text: string): { readonly audience: string; readonly rest: string } | undefined {
  for (const match of text.matchAll(/\s+(?=(?:to|for|into|on)\s)/gi)) {
    const audience = text.slice(0, match.index);
    if (looksLikeAudience(audience) && !/^(?:them|people|you|him|her)$/i.test(audience))
      return { audience, rest: text.slice(match.index).trim() };
  }
  return undefined;
}

function supporting(
  text: string,
  quote: string,
  context: ReadContext,
  slot: "outcome" | "event" | undefined,
): Finding[] {
  const read = readStatement(text, quote, context);
  if (read.length > 0) return read;
  if (slot === undefined) return [];
  return [
    {
      slot:
        hasFigure(text) && slot === "outcome" && shapeOf(text) === "clause"
          ? "proof"
          : soundsLikePain(text) && slot === "outcome"
            ? "outcome"
            : slot,
      value: text,
      quote,
      weight: 1,
    },
  ];
}
