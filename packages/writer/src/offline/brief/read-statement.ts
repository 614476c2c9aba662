import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { looksLikeAudience } from "../nlu/noun-phrase.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { productNouns } from "../words/nouns.ts";
import { headNoun, isPluralWord } from "../words/number-of.ts";
import { baseOf } from "../words/verb-forms.ts";
import { hasFigure, soundsLikeGain, soundsLikePain, soundsLikeProof } from "./cues.ts";
import type { FactSlot, Finding, ReadContext } from "./finding.ts";
import { capitalise } from "../nlu/repair-wording.ts";
import { polishClause } from "./polish-clause.ts";
import { audienceFindings, readAudience } from "./read-audience.ts";
import { readIt, readOur, readPeople, readThey } from "./read-third-person.ts";
import { mayBeName, namesSomebody, withNameCapitals } from "./named-subject.ts";
import { productWithAudience, readWe } from "./read-we.ts";
import { splitAudience } from "./split-audience.ts";

const named: readonly (readonly [FactSlot | "company", RegExp])[] = [
  [
    "pain",
    /^(?:the |their |a |our customers' |one )?(?:main |biggest |big |key |core |common |number one |#1 |real |usual |typical |top |first |second )*(?:pains?(?: points?)?|problems?|challenges?|issues?|headaches?|frustrations?|struggles?|complaints?|worry|worries|fear|bottleneck|pain)(?: (?:for them|they (?:have|face)|we (?:solve|fix|hear|see)|here|we hear(?: about)?|there))?\s*(?:is|are|:|=|being|seems to be|include)\s+(?:that |usually |often |mostly |the fact that |how )?(.+)$/i,
  ],
  [
    "pain",
    /^(.{3,80}?)\s+(?:is|are)\s+(?:often |usually |always |still )?(?:an?|the|their|one of their|one of the)?\s*(?:number one |#1 |big |biggest |main |huge |real |major |common |constant |daily |serious |greatest |key )*(?:worry|worries|problems?|headaches?|pains?|pain points?|issues?|challenges?|concerns?|nightmares?|struggles?|bottlenecks?)(?:\s+(?:for|of|at|in)\s+.+)?$/i,
  ],
  [
    "pain",
    /^(?:they|these people|most)\s+(?:all )?(?:have|face|share)\s+(?:this|one|the same|a)\s+(?:big |common )?(?:problem|issue|challenge|pain)\s*[:,-]\s*(.+)$/i,
  ],
  [
    "pain",
    /^(?:we|i)\s+(?:solve|fix|address|tackle|take care of)\s+(?:the )?(?:problem|pain|issue|challenge)s?\s+(?:of|with|that)\s+(.+)$/i,
  ],
  [
    "outcome",
    /^(?:the |our |a |their |one )?(?:main |biggest |key |core |big |real )*(?:benefits?|advantages?|value(?: prop(?:osition)?)?|upside|gain|point|outcome|promise|payoff|win)(?: (?:for them|here|is that they|they get))?\s*(?:is|are|:|=)\s+(?:that |basically )?(.+)$/i,
  ],
  [
    "difference",
    /^(?:what (?:makes|sets) us (?:different|apart|special|unique)|the difference|our (?:differentiator|usp|edge|difference|unique selling point)|unlike (?:others|competitors|other \w+))\s*(?:is|are|:|=|,)\s*(?:that )?(.+)$/i,
  ],
  [
    "proof",
    /^(?:the |our |a |some |one |here's a |here is a |for )?(?:proof(?: point)?|example|case study|social proof|result|results|evidence|success story|reference|testimonial)s?\s*(?:is|are|:|=|,)\s*(?:that )?(.+)$/i,
  ],
  [
    "product",
    /^(?:the |our |my )?(?:product|service|offer|offering|solution|tool|app|pitch|idea|business|thing(?: we (?:sell|do|offer))?|what (?:we|i) (?:do|sell|offer|make|build|provide)|what we're selling|company)\s*(?:is|=|:|does)\s+(?:basically |called |that |to |we )?(.+)$/i,
  ],
  [
    "company",
    /^(?:the |our |my )?(?:company|brand|firm|agency|startup|business|product|app|tool)(?:'s)?(?: name)? is (?:called |named )([A-Z0-9][\w&'. -]*)$/i,
  ],
  ["event", /^(?:we|i)\s+(?:met|spoke|talked|chatted|connected)\s+.+$/i],
];

/** What one statement says about the email to write. An empty answer means it says nothing that can be used. */
export function readStatement(source: string, quote: string, context: ReadContext): Finding[] {
  const text = polishClause(source);
  if (text === "" || wordsOf(text).length === 0) return [];
  for (const [slot, pattern] of named) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const value = (match[1] ?? text).trim();
    if (slot === "product" && /^(?:for|to)\s/i.test(value)) continue;
    if (slot === "product") return productWithAudience("", value, quote, 2);
    return [{ slot, value: slot === "pain" ? asPain(value) : value, quote, weight: 2 }];
  }
  const audience = readAudience(text, quote, false);
  if (audience.length > 0) return audience;
  if (
    /^(?:sell|offer|make|provide|supply|rent|build|install|produce|import|distribute)\s+\S/i.test(text) &&
    context.product === undefined
  )
    return readWe(`We ${text.charAt(0).toLowerCase()}${text.slice(1)}`, quote);
  if (/^(?:we|i)(?:'|\s)/i.test(text) || /^(?:selling|offering|pitching|promoting|providing)\s/i.test(text))
    return readWe(text, quote);
  if (/^(?:our|one of our|some of our|all our|my|another (?:client|customer))\s/i.test(text))
    return readOur(text, quote, context);
  if (
    /^(?:they|these (?:people|teams|companies|folks)|most of them|many of them|a lot of them|some of them|most|many|all of them|half of them|the majority|everyone)(?:'|\s)/i.test(
      text,
    ) &&
    !/^(?:most|many)\s+(?:of\s+)?(?:the\s+)?(?!of\b|them|are|have|still|can't|don't|use|spend|lose|do|struggle|waste|hate)\w+/i.test(
      text,
    )
  )
    return readThey(text, quote, context);
  if (/^(?:ours|mine)\b/i.test(text)) return [{ slot: "difference", value: text, quote, weight: 2 }];
  if (/^(?:the )?first (?:\w+ ){1,3}(?:is|are) (?:free|on us)\b/i.test(text))
    return [{ slot: "offer", value: text, quote, weight: 2 }];
  if (/^(?:it|this|that)(?:'|\s)/i.test(text)) return readIt(text, quote, context);
  if (/^(?:with (?:us|it|our|this)|using (?:it|us|our)|thanks to (?:it|us|our))\b/i.test(text))
    return [{ slot: soundsLikeProof(text) ? "proof" : "outcome", value: text, quote, weight: 2 }];
  if (/^there(?:'s| is| are)\b/i.test(text))
    return [
      {
        slot:
          context.product !== undefined &&
          /^there(?:'s| is| are) (?:no|zero|nothing to)\b/i.test(text) &&
          !/\b(?:time|staff|budget|way)\b/i.test(text)
            ? "difference"
            : context.pain === undefined
              ? "pain"
              : "outcome",
        value: text,
        quote,
        weight: 2,
      },
    ];
  return readOther(text, quote, context);
}

function asPain(value: string): string {
  return value.replace(/^(?:they're)\s+/i, "they are ");
}

function readOther(text: string, quote: string, context: ReadContext): Finding[] {
  const words = wordsOf(text);
  const verb = findVerb(words);
  const shape = shapeOf(text);
  if (shape === "clause" && verb > 0) {
    const subject = words
      .slice(0, verb)
      .join(" ")
      .replace(
        /\s+(?:now|only|often|usually|still|always|never|rarely|also|just|mostly|either|constantly|regularly|sometimes|hardly|barely)$/i,
        "",
      )
      .replace(
        /^(?:most|many|a lot of|some|all|lots of|the|these|those|typical|the typical|the average) (?:of )?(?:the )?/i,
        "",
      );
    const lead =
      /^(?:only|often|usually|still|always|never|rarely|constantly|regularly|sometimes|hardly|barely)$/i.test(
        words[verb - 1] ?? "",
      )
        ? verb - 1
        : verb;
    const predicate = text.slice(text.indexOf(words[lead] ?? ""));
    const reported = proofOf(subject, words[verb] ?? "", predicate, text, context);
    if (reported) return [{ slot: "proof", value: withNameCapitals(text, subject), quote, weight: 2 }];
    const named = headNoun(subject).toLowerCase();
    if (
      /^(?:the|this|that)\s/i.test(text) &&
      named.length > 3 &&
      new RegExp(`\\b${named.replace(/[^a-z0-9-]/g, "")}\\b`).test(context.product?.toLowerCase() ?? "") &&
      !isPluralWord(named)
    )
      return [{ slot: "outcome", value: text, quote, weight: 2 }];
    if (
      context.product === undefined &&
      mayBeName(subject) &&
      !/\s/.test(subject) &&
      baseOf(words[verb] ?? "", "third") !== undefined &&
      !soundsLikePain(predicate)
    )
      return [
        { slot: "company", value: capitalise(subject), quote, weight: 1 },
        { slot: "product", value: capitalise(text), quote, weight: 2 },
      ];
    const ours = /\b(?:our|us|we|with us|client|customer|user|thanks to|using|switched|case)\b/i.test(text);
    if (soundsLikeProof(text) && (ours || !soundsLikePain(predicate) || soundsLikeGain(predicate)))
      return [{ slot: "proof", value: text, quote, weight: 2 }];
    const capital = /^\p{Lu}[\p{L}\p{N}&'.-]*(?: \p{Lu}[\p{L}\p{N}&'.-]*)*$/u.exec(subject)?.[0];
    const name =
      capital === undefined ||
      isPluralWord(capital) ||
      looksLikeAudience(capital) ||
      /^(?:The|A|An|Every|Each|No|Most|Many|Some|This|That|Everything|Everyone|Nobody|Nothing|Half|Today|Manual|Getting|Finding|[A-Z][a-z]+ing)$/.test(
        capital.split(" ")[0] ?? "",
      )
        ? undefined
        : capital;
    const past =
      baseOf(words[verb] ?? "", "past") !== undefined &&
      !(
        baseOf(words[verb] ?? "", "base") !== undefined &&
        isPluralWord(subject.split(" ").at(-1) ?? "") &&
        !/\bcut\b/i.test(words[verb] ?? "")
      );
    if (
      name !== undefined &&
      /^(?:is|are)$/i.test(words[verb] ?? "") &&
      /^(?:is|are) (?:an?|the|our)\b/i.test(predicate) &&
      context.product === undefined
    )
      return [
        { slot: "company", value: name, quote, weight: 1 },
        ...productWithAudience(`${name} ${words[verb] ?? "is"} `, predicate.replace(/^(?:is|are)\s+/i, ""), quote, 2),
      ];
    if (/^their\b/i.test(text) && !soundsLikeGain(predicate)) return [{ slot: "pain", value: text, quote, weight: 2 }];
    if (looksLikeAudience(subject)) return readPeople(subject, predicate, text, quote, context);
    if (
      (/\b(?:them|their|they)\b/i.test(predicate) &&
        soundsLikePain(`cost ${predicate}`) &&
        !soundsLikeGain(predicate) &&
        !past) ||
      (/^cost$/i.test(words[verb] ?? "") && !ours)
    )
      return [{ slot: "pain", value: text, quote, weight: 2 }];
    if (
      past &&
      (name !== undefined || (hasFigure(text) && (ours || soundsLikeGain(predicate) || !soundsLikePain(predicate))))
    )
      return [{ slot: "proof", value: text, quote, weight: 2 }];
    if (name !== undefined && context.product === undefined && !soundsLikePain(predicate.replace(/^\S+\s/, "")))
      return [{ slot: "company", value: name, quote, weight: 1 }, ...productWithAudience("", text, quote, 2)];
    if (
      name !== undefined &&
      baseOf(words[verb] ?? "", "third") !== undefined &&
      context.product !== undefined &&
      context.product.includes(name)
    )
      return [{ slot: "outcome", value: text, quote, weight: 2 }];
    if (looksLikeAudience(subject)) return readPeople(subject, predicate, text, quote, context);
    if (
      /^(?:the|this|that) (?:product|tool|app|software|system|service|platform|device|machine|program|course|kit)\b/i.test(
        text,
      )
    )
      return [{ slot: context.product === undefined ? "product" : "outcome", value: text, quote, weight: 2 }];
    if (/^(?:i|we) /i.test(text)) return [];
    if (
      soundsLikePain(text) &&
      !(
        context.last === "product" &&
        /\b(?:don't|no longer|never)\s+(?:quit|leave|lose|miss|wait|need|have to|forget|worry|cancel)/i.test(predicate)
      )
    )
      return [{ slot: "pain", value: text, quote, weight: 2 }];
    if (hasFigure(text) && past) return [{ slot: "proof", value: text, quote, weight: 1 }];
    if (isPrice(text)) return [{ slot: "offer", value: text, quote, weight: 2 }];
    if (
      context.last === "product" &&
      /\b(?:don't|no longer|never|stop)\s+(?:quit|leave|lose|miss|wait|need|have|forget|worry|cancel)/i.test(predicate)
    )
      return [{ slot: "outcome", value: text, quote, weight: 1 }];
    // Words about the draft itself ("the second line sounds odd to me") are no trouble of the readers'.
    const aboutDraft =
      /\b(?:e-?mail|mail|draft|text|tone|subject|opening|opener|intro|sentence|paragraph|line|version|wording|ask|cta|copy|message|you|your|it|this|that)\b/i.test(
        `${subject} ${words[0] ?? ""}`,
      );
    if (context.pain === undefined && context.product !== undefined && words.length >= 6 && !aboutDraft)
      return [{ slot: "pain", value: text, quote, weight: 2 }];
    return [
      {
        slot:
          context.pain === undefined
            ? "pain"
            : soundsLikeGain(text) || context.last === "product" || context.last === "outcome"
              ? "outcome"
              : "pain",
        value: text,
        quote,
        weight: 1,
      },
    ];
  }
  return readFragment(text, quote, shape, context);
}

/** Whether a clause reports what somebody named has gained or done: that is proof, whatever else it sounds like. */
function proofOf(subject: string, verb: string, predicate: string, text: string, context: ReadContext): boolean {
  if (looksLikeAudience(subject) && isPluralWord(headNoun(subject)) && !/\b(?:in|at|of) \p{Lu}/u.test(subject))
    return false;
  const own = context.company !== undefined && subject.toLowerCase().includes(context.company.toLowerCase());
  const product =
    context.product !== undefined &&
    subject.length > 2 &&
    context.product.toLowerCase().includes(subject.toLowerCase());
  if (own || product) return false;
  const past = baseOf(verb, "past") !== undefined && !/^(?:is|are|cost|charges?)$/i.test(verb);
  if (
    /^(?:(?:over |about |more than |around )?\d[\d.,]*\+?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozens of|hundreds of|thousands of|several)\s/i.test(
      text,
    ) &&
    /^(?:already )?(?:use[ds]?|run|buy|bought|have|work with|rely on|trust|own|love|switched|chose|signed)\b/i.test(
      predicate,
    ) &&
    /\b(?:it|us|our|this|them)\b/i.test(predicate)
  )
    return true;
  const gain =
    /\b(?:lets|trusts|hired|chose|pays|works with|buys from) us\b|\bdoes\b/i.test(predicate) ||
    soundsLikeGain(predicate) ||
    /\b(?:switched|moved|went|got|raised|launched|booked|found|filled|hired|opened|closed|mapped|passed|won|grew|did|serves?|uses?|used|runs?|piloted|tested|rolled|replaced|caught|trained|shipped|reached|sold|ha[ds] (?:zero|no|\d[\d.,]*)|pays? back)\b/i.test(
      predicate,
    );
  if (namesSomebody(subject)) return gain || past;
  return (
    mayBeName(subject) &&
    context.product !== undefined &&
    (past || hasFigure(predicate) || /\bnow\b/i.test(text)) &&
    gain &&
    !/\b(?:them|their|they)\b/i.test(predicate)
  );
}

/** Whether words state what something costs. */
function isPrice(text: string): boolean {
  return (
    /[$€£]\s?\d|\b\d[\d.,]*\s?(?:euros?|eur|usd|dollars?|pounds?|gbp|chf|cents?)\b/i.test(text) &&
    /\b(?:costs?|price[ds]?|from|starts?|flat|per|a month|monthly|a year|each|only|just|fee)\b/i.test(text)
  );
}

function readFragment(text: string, quote: string, shape: string, context: ReadContext): Finding[] {
  const asked = context.asked;
  if (
    /,?\s+(?:(?:i'm |we're |i am |we are )?(?:writing|reaching out|emailing|pitching|selling|talking|going out) to|(?:i'm |we're )?(?:targeting|contacting|approaching|emailing|looking for))\s/i.test(
      text,
    )
  ) {
    const found = productWithAudience("", text, quote, 2);
    if (found.some(({ slot }) => slot === "audience")) return found;
  }
  if (
    /^(?:trusted|used|loved|chosen|rated|certified|backed|founded|established|accredited|featured)\b/i.test(text) ||
    soundsLikeProof(text)
  )
    return [{ slot: "proof", value: text, quote, weight: 2 }];
  if (asked === "audience" || asked === "audience and product") {
    const split = splitAudience(text);
    if (split !== undefined && split.before !== "") return productWithAudience("", text, quote, 2);
    if (asked === "audience" || looksLikeAudience(text))
      return audienceFindings(
        text.split(/\s+(?:who|that)\s+/i)[0] ?? text,
        text.slice((text.split(/\s+(?:who|that)\s+/i)[0] ?? text).length),
        quote,
        2,
      );
  }
  if (asked === "product" || asked === "audience and product") return productWithAudience("", text, quote, 2);
  if (asked === "proof" || asked === "pain" || asked === "outcome")
    return [{ slot: asked, value: text, quote, weight: 2 }];
  if (looksLikeAudience(text)) {
    const [front = text] = text.split(/\s+(?:who|that)\s+/i);
    return audienceFindings(front, text.slice(front.length), quote, 1);
  }
  const split = splitAudience(text);
  if (split !== undefined && split.before !== "" && shape === "noun") return productWithAudience("", text, quote, 1);
  if (
    /^(?:no|zero|without)\s/i.test(text) &&
    context.product !== undefined &&
    !/^no (?:time|money|staff|budget|idea|way)\b/i.test(text)
  )
    return [{ slot: "difference", value: text, quote, weight: 1 }];
  if (
    /^(?:about |around |up to |over |at least )?(?:\d[\d.,]*\s*(?:%|x|times)\s+|much |far |twice as )?(?:cheaper|faster|quicker|lighter|smaller|safer|stronger|easier|cleaner|quieter|fewer|less \w+|more \w+|better)\b.*/i.test(
      text,
    ) &&
    context.product !== undefined &&
    /\b(?:than|by)\b|\d/.test(text)
  )
    return [{ slot: "difference", value: `it is ${text.charAt(0).toLowerCase()}${text.slice(1)}`, quote, weight: 2 }];
  if (isPrice(text)) return [{ slot: "offer", value: `the price: ${text}`, quote, weight: 2 }];
  if (
    /^(?:free|\$|€|£|\d+\s*% off|from \$|starting at)\b/i.test(text) ||
    /\b(?:free trial|discount|money[- ]back)\b/i.test(text)
  )
    return [{ slot: "offer", value: text, quote, weight: 2 }];
  if (shape === "noun" && /\d/.test(text) && context.product !== undefined && wordsOf(text).length <= 8)
    return [{ slot: "outcome", value: text, quote, weight: 2 }];
  if (shape === "third" || shape === "base")
    return [
      { slot: soundsLikePain(text) && !soundsLikeGain(text) ? "pain" : "outcome", value: text, quote, weight: 1 },
    ];
  if (shape === "adjective" || soundsLikePain(text)) return [{ slot: "pain", value: text, quote, weight: 1 }];
  const plain =
    shape === "noun" &&
    wordsOf(text).length <= 8 &&
    !/^(?:i|we|they|you|it|please|thanks|thank|yes|no|ok|okay|hi|hello|hey|and|or|but|what|why|how|when|who)\b/i.test(
      text,
    );
  if (
    productNouns.has(headNoun(text).toLowerCase()) ||
    (plain &&
      context.audience !== undefined &&
      (context.product === undefined ||
        /\b(?:saas|software|app|tool|platform|service|system|solution)$/i.test(context.product)))
  )
    return [{ slot: "product", value: text, quote, weight: 1 }];
  const usable =
    wordsOf(text).length >= 3 &&
    wordsOf(text).length <= 14 &&
    context.product !== undefined &&
    !/^(?:i|we|they|you|please|thanks|thank|yes|no|ok|okay|hi|hello|hey|and|or|but|what|why|how|when|who|write|make|keep|add|use|mention|tone|sign|no )\b/i.test(
      text,
    );
  return usable ? [{ slot: "difference", value: text, quote, weight: 1 }] : [];
}
