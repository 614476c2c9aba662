import type { Item } from "../brief/known.ts";
import type { Sentence } from "../ast/tree.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { looksLikeAudience, lowerFirst, withArticle } from "../nlu/noun-phrase.ts";
import { isPluralPhrase } from "../words/number-of.ts";
import { massNouns } from "../words/nouns.ts";
import { askLabel, companyMark, parseAsk } from "./parse-ask.ts";
import type { AskSpec } from "./parse-ask.ts";
import { outcomeSentences, proofSentences, turnThem } from "./fit-statement.ts";
import { fitProduct, nounWithArticle } from "./fit-product.ts";
import { phraseSentence, userSentence } from "./make-sentences.ts";
import { isInstruction, readsWell } from "./reads-well.ts";
import { sentence, splitLong, wordCount } from "./sentence.ts";
import { literal } from "./setting.ts";
import type { Setting } from "./setting.ts";

/** What is offered. `after` says that the trouble stands before it. */
export function valueSentences(item: Item, setting: Setting, after: boolean): Sentence[] {
  const product = fitProduct(item.value);
  const add = (text: string): Sentence[] =>
    splitLong(sentence(atBrand(text, setting))).map((piece) => userSentence(piece, "value", item, setting));
  if (product.shape === "help") return add(helpText(product.clause));
  if (product.shape === "whole") return add(withAudience(builtFor(turnThem(product.clause), after), setting, after));
  const thing = literal(product.thing);
  const bare = wordCount(thing) <= 7 && !product.says && !/,/.test(thing);
  const shapes = [
    ...(isPluralPhrase(product.ours) ? [] : ["single"]),
    `product:${product.shape}`,
    after ? "after" : "alone",
    bare ? "bare" : "says",
    ...(/\sfor\s/i.test(thing) || product.says || !setting.hasAudience ? [] : ["notfor"]),
    "thing",
  ];
  const named = /^[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,2}$/.exec(thing) !== null && product.shape !== "trade";
  const ours = named ? thing : literal(product.ours);
  const slots = {
    thing,
    thingbare: thing.replace(/^(?:an?|the|some)\s+/i, ""),
    ours,
    our: "our",
    we: product.we,
    iwe: product.we === "I" ? "I" : "we",
    verb: product.verb,
  };
  const made = phraseSentence("value", "value", setting, slots, {
    shapes,
    must: [
      `product:${product.shape}`,
      ...(after ? ["after"] : ["alone"]),
      ...(after && !bare && product.shape !== "own" ? ["says"] : []),
    ],
  });
  const text =
    made?.text ??
    sentence(
      product.shape === "own" ? `it would be good to show you ${ours}` : `${product.we} ${product.verb} ${thing}`,
    );
  const pieces = splitLong(sentence(atBrand(readsWell(text) ? text : literal(item.value), setting))).filter(
    (piece) => !isInstruction(piece),
  );
  return pieces.map((piece) => ({
    ...userSentence(piece, "value", item, setting),
    text: piece,
    ...(made?.phrase === undefined ? {} : { phrase: made.phrase }),
  }));
}

/** "We do ceramic repair" says whose it is where the chat named the company: "At Kiln & Co, we do ceramic repair". */
function atBrand(text: string, setting: Setting): string {
  const { brand } = setting.known;
  if (
    brand === undefined ||
    !/^we\b/i.test(text) ||
    text.toLowerCase().includes(brand.toLowerCase()) ||
    wordCount(text) > 20 ||
    literal(brand) !== brand
  )
    return text;
  return `At ${brand}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function helpText(clause: string): string {
  return clause.replace(
    /^(we|I)\s+((?:also |can )?(?:help|let|allow|enable))\s+them\b(.*)$/i,
    (_, who: string, verb: string, rest: string) =>
      `${who} ${verb} you${rest.replace(/\btheir\b/gi, "your").replace(/\bthem\b/gi, "you")}`,
  );
}

/** "LabTrack is order tracking software" behind a trouble says that it answers it. */
function builtFor(clause: string, after: boolean): string {
  const short =
    /^[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*)? is (?:an? )?(?:[\w-]+ ){0,5}(?:software|app|tool|platform|device|machine|system|service|program|sensor|plugin|kit)$/.test(
      clause,
    );
  return after && short ? `${clause} built for this` : clause;
}

/** "We are an accounting firm" gains its audience when no trouble has named it yet. */
function withAudience(clause: string, setting: Setting, after: boolean): string {
  const identity = /^(?:we are|we're|i'm|i am)\s+(?:an?|the)\b/i.test(clause) || /\bis an?\b/i.test(clause);
  const mentions = setting.audience.short
    .split(/\s+/)
    .some((word) => word.length > 4 && clause.toLowerCase().includes(word.toLowerCase()));
  return identity && !after && setting.hasAudience && !mentions && !/\s(?:for|that|who|with)\s/i.test(clause)
    ? `${clause} for ${setting.audience.short}`
    : clause;
}

/** Benefits and differences as sentences. */
export function benefitSentences(item: Item, part: "outcome" | "difference", setting: Setting): Sentence[] {
  const noun = part === "difference" && shapeOf(item.value) === "noun" && !/^the price\b/i.test(item.value);
  const texts = noun
    ? splitLong(
        sentence(
          /^(?:no|without|zero)\b/i.test(item.value)
            ? `there ${isPluralPhrase(item.value.replace(/^(?:no|zero|without)\s+/i, "")) ? "are" : "is"} ${lowerFirst(item.value)}`
            : /^(?:an?|the|free|our|full|one)\s/i.test(item.value)
              ? `you also get ${lowerFirst(item.value)}`
              : item.value,
        ),
      )
    : outcomeSentences(
        item.value,
        setting.product !== undefined &&
          setting.product.shape !== "help" &&
          setting.product.shape !== "whole" &&
          !isPluralPhrase(setting.product.thing)
          ? "it"
          : "that",
      );
  const sound = texts.every(readsWell) ? texts : [sentence(item.value)];
  return sound.filter((text) => !isInstruction(text)).map((text) => userSentence(text, part, item, setting));
}

/** Results and references as sentences. */
export function proofsOf(item: Item, setting: Setting): Sentence[] {
  return proofSentences(item.value).map((text) => userSentence(text, "proof", item, setting));
}

/** A special offer as a sentence. */
export function offerSentences(item: Item, setting: Setting): Sentence[] {
  const shape = shapeOf(item.value);
  const term = /^(\d+|one|two|three|four|six)[ -](day|week|month)s?'? ((?:free |money).+)$/i.exec(item.value);
  if (term !== null)
    return [
      userSentence(
        sentence(`we offer ${withArticle(`${term[1] ?? ""}-${term[2] ?? ""} ${term[3] ?? ""}`)}`),
        "offer",
        item,
        setting,
      ),
    ];
  if (shape === "clause")
    return splitLong(sentence(turnThem(item.value))).map((text) => userSentence(text, "offer", item, setting));
  if (/^the price: /i.test(item.value)) return [userSentence(sentence(item.value), "offer", item, setting)];
  if (shape === "base") return [userSentence(sentence(`you can ${lowerFirst(item.value)}`), "offer", item, setting)];
  const made = phraseSentence(
    "mention",
    "offer",
    setting,
    { item: literal(nounWithArticle(item.value)) },
    { shapes: ["offer"], must: ["offer"] },
  );
  return [
    {
      ...userSentence(made?.text ?? sentence(`we also offer ${item.value}`), "offer", item, setting),
      ...(made?.phrase === undefined ? {} : { phrase: made.phrase }),
    },
  ];
}

/** Something to mention, as a sentence in the fitting part. */
export function mentionSentence(text: string, evidence: string, setting: Setting): Sentence {
  const item: Item = { value: text, quote: text, source: "message", evidence };
  const said = text.replace(/^(?:that|how)\s+/i, "").trim();
  const customer =
    /^(.+?)\s+(?:as|is|being)\s+(?:an?|our|one of our)\s+(?:customer|client|reference|user|partner)s?$/i.exec(said);
  if (customer?.[1] !== undefined)
    return userSentence(sentence(`${customer[1]} is one of our customers`), "proof", item, setting);
  const shape = shapeOf(said);
  if (shape === "clause")
    return userSentence(sentence(turnThem(said)), /\d/.test(said) ? "proof" : "mention", item, setting);
  if (shape === "base") return userSentence(sentence(`you can ${lowerFirst(said)}`), "mention", item, setting);
  if (shape === "participle") return userSentence(sentence(`we are ${lowerFirst(said)}`), "mention", item, setting);
  const noun = said.replace(/^(?:our|my|the|your)\s+/i, "");
  const kind =
    /\b(?:free|trial|pilot|sample|discount|guarantee|support|training|demo|onboarding|offer|plan|plans|pricing options|delivery|shipping|warranty|setup|set-up|integration|integrations)\b/i.test(
      noun,
    ) && !/\bpricing\b/i.test(noun)
      ? "offer"
      : /\b(?:certif\w+|office|team|warehouse|partner\w*|licen[cs]e|insurance|years|reviews?|rating)\b/i.test(noun)
        ? "have"
        : /\b(?:compliance|gdpr|hipaa|security|privacy|backup|data protection)\b/i.test(noun)
          ? "cover"
          : "topic";
  const phraseItem =
    kind === "cover"
      ? noun
      : kind === "topic"
        ? said.replace(/^my\s/i, "our ")
        : mass(noun)
          ? noun
          : nounWithArticle(noun);
  const made = phraseSentence(
    "mention",
    "mention",
    setting,
    { item: literal(phraseItem) },
    { shapes: [kind], must: [kind] },
  );
  return {
    ...userSentence(made?.text ?? sentence(`I can also tell you more about ${said}`), "mention", item, setting),
    ...(made?.phrase === undefined ? {} : { phrase: made.phrase }),
  };
}

function mass(noun: string): boolean {
  const last = noun.split(/\s+/).at(-1)?.toLowerCase() ?? "";
  return (
    massNouns.has(last) || looksLikeAudience(noun) || /^(?:onboarding|delivery|shipping|setup|set-up)$/i.test(last)
  );
}

const askRoles = {
  meet: "ask-meet",
  try: "ask-try",
  send: "ask-send",
  do: "ask-do",
  favour: "ask-favour",
  reply: "ask-reply",
  referral: "ask-referral",
  interest: "ask-interest",
} as const;

/** The email's one ask. */
export function askSentence(
  spec: AskSpec,
  setting: Setting,
  more: { readonly short?: boolean; readonly avoid?: ReadonlySet<string> } = {},
): Sentence {
  if (spec.kind === "question" && setting.place !== "first")
    return {
      text: questionAgain(literal(spec.text).replaceAll(companyMark, setting.co), setting),
      pre: " ",
      origin: "user",
      part: "ask",
    };
  if (spec.kind === "question")
    return { text: literal(spec.text).replaceAll(companyMark, setting.co), pre: " ", origin: "user", part: "ask" };
  const slots: Record<string, string> =
    spec.kind === "do" || spec.kind === "favour"
      ? { act: literal(spec.act) }
      : "thing" in spec
        ? { ask: literal(spec.thing) }
        : {};
  const used = new Set([...setting.used, ...(more.avoid ?? [])]);
  return (
    phraseSentence(askRoles[spec.kind], "ask", setting, slots, {
      used,
      spare: ["co"],
      ...(more.short === undefined ? {} : { short: more.short }),
    }) ?? {
      text: sentence(`would you be open to ${askLabel(spec)}?`).replace(/\.$/, ""),
      pre: " ",
      origin: "phrase",
      part: "ask",
    }
  );
}

const againLines = [
  "My question stays the same:",
  "One thing I would still like to know:",
  "So I ask once more:",
  "The open question:",
];

/** A question that an earlier email of the campaign asked already, asked in another way. */
function questionAgain(question: string, setting: Setting): string {
  const told = (text: string): boolean =>
    setting.before.some((body) => body.toLowerCase().includes(text.toLowerCase()));
  if (!told(question)) return question;
  const line =
    againLines.find(
      (start) => !told(start) && !setting.banned.some((word) => start.toLowerCase().includes(word.toLowerCase())),
    ) ??
    againLines[0] ??
    "";
  return `${line} ${lowerFirst(question)}`;
}

/** The ask this email makes: the one asked for, else by its place in the campaign. */
export function askOf(setting: Setting): AskSpec {
  if (setting.known.ask !== undefined) return parseAsk(setting.known.ask.value);
  if (setting.known.pattern === "referral") return { kind: "referral" };
  if (setting.place === "follow" && setting.earlierAsk !== undefined) return parseAsk(setting.earlierAsk);
  if (setting.place === "follow")
    return setting.before.length >= 2 ? { kind: "referral" } : { kind: "send", thing: "a short summary" };
  return { kind: "interest" };
}
