import type { Block, Sentence, Tree } from "../ast/tree.ts";
import { lowerFirst } from "../nlu/noun-phrase.ts";
import { askOf, askSentence, benefitSentences, offerSentences, proofsOf, valueSentences } from "./content-sentences.ts";
import { problemSentences } from "./problem-sentences.ts";
import { blockOf, repeats } from "./block-of.ts";
import { greetingSentence, phraseSentence, signoffSentence } from "./make-sentences.ts";
import { sayAnew } from "./say-anew.ts";
import { wordCount } from "./sentence.ts";
import type { Setting } from "./setting.ts";
import { subjectOf } from "./subject-of.ts";

/** A follow-up says enough from here on (B01: 40 to 70 words for a later email). */
const enoughWords = 44;
const mostWords = 70;
/** Below this it gets one honest line more. */
const leastWords = 40;

interface Angle {
  readonly role: "proof" | "value";
  readonly sentences: readonly Sentence[];
  /** Whether the earlier emails have not said it. */
  readonly fresh: boolean;
}

/** A follow-up or goodbye: refers to what was sent, brings one thing that was not, asks for less. */
export function composeLater(setting: Setting): Tree {
  const last = setting.place === "last";
  const angle = freshAngle(setting);
  const opener = laterOpener(setting, angle);
  const close =
    last && setting.known.ask === undefined
      ? phraseSentence("last-close", "ask", setting, {}, { spare: ["co"] })
      : askSentence(askOf(setting), setting, { short: setting.known.ask === undefined });
  const body = last ? (angle.fresh ? angle.sentences.slice(0, 1) : []) : filled(angle, setting, [opener, close]);
  const blocks: Block[] = [
    blockOf("greeting", "greeting", [greetingSentence(setting)]),
    blockOf("opener", "opener", opener === undefined ? [] : [opener]),
    blockOf(angle.role, angle.role, body),
    blockOf("ask", "ask", close === undefined ? [] : [close]),
    blockOf("signoff", "signoff", [signoffSentence(setting)]),
  ];
  return { subject: subjectOf(setting), blocks: blocks.filter(({ sentences }) => sentences.length > 0) };
}

/** The angle with one or two lines on what is known already, where it alone would be a telegram. */
function filled(angle: Angle, setting: Setting, around: readonly (Sentence | undefined)[]): readonly Sentence[] {
  const chosen = [...angle.sentences];
  const size = (list: readonly (Sentence | undefined)[]): number =>
    list.reduce((sum, one) => sum + wordCount(plainText(one?.text ?? "")), 0);
  const frame =
    size(around) + wordCount(plainText(`${greetingSentence(setting).text} ${signoffSentence(setting).text}`));
  for (const line of sayAnew(setting)) {
    if (frame + size(chosen) >= enoughWords) break;
    const told =
      chosen.some((one) => one.part === line.part) ||
      (line.part === "value" && chosen.some(({ part }) => part === "outcome"));
    if (!told && !repeats(line.text, chosen) && frame + size([...chosen, line]) <= mostWords) chosen.push(line);
  }
  const bridge =
    frame + size(chosen) >= leastWords ? undefined : phraseSentence("bridge", "soft", setting, {}, { spare: ["co"] });
  return bridge === undefined || chosen.length === 0 ? chosen : [...chosen, bridge];
}

function plainText(text: string): string {
  return text.replace(/%[\w.]+\|([^%]*)%/g, "$1");
}

/** The first line of a later email; it leads into what follows, new or not. */
export function laterOpener(setting: Setting, angle: Pick<Angle, "fresh" | "sentences">): Sentence | undefined {
  const kind = angle.fresh ? "fresh" : angle.sentences.length > 0 ? "again" : "plain";
  if (setting.place === "last")
    return (
      phraseSentence("last-opener", "opener", setting, {}) ??
      phraseSentence("last-opener", "opener", setting, {}, { shapes: ["untopical"], must: ["untopical"] })
    );
  // Without a topic that reads well the line speaks of the note alone.
  return (
    phraseSentence("follow-opener", "opener", setting, {}, { shapes: [kind], must: [kind] }) ??
    phraseSentence("follow-opener", "opener", setting, {}, { shapes: [kind, "untopical"], must: [kind, "untopical"] })
  );
}

/** What the earlier emails have not said yet: a result, a benefit, the trouble; else the offer in one line. */
export function freshAngle(setting: Setting): Angle {
  const { facts } = setting.known;
  const said = setting.before.flatMap((body) =>
    body.split(/\n+|(?<=[.?!])\s+/).map((text) => ({ text: text.replace(/%[\w.]+\|([^%]*)%/g, "$1") })),
  );
  const isNew = (sentences: readonly Sentence[]): boolean =>
    sentences.length > 0 && !sentences.some(({ text }) => repeats(text, said));
  for (const item of facts.proof) {
    const made = proofsOf(item, setting);
    if (isNew(made)) return { role: "proof", sentences: made.slice(0, 2), fresh: true };
  }
  const benefits = [
    ...facts.outcome.map((item) => benefitSentences(item, "outcome", setting)),
    ...facts.difference.map((item) => benefitSentences(item, "difference", setting)),
    ...facts.product
      .slice(1)
      .filter(({ value, topicOnly }) => topicOnly !== true && /^(?:we|I|it|our)\b/i.test(value))
      .map((item) => benefitSentences(item, "outcome", setting)),
    ...facts.offer.map((item) => offerSentences(item, setting)),
  ];
  const benefit = benefits.find(isNew);
  if (benefit !== undefined) return { role: "value", sentences: benefit.slice(0, 2), fresh: true };
  const pain = facts.pain.map((item) => problemSentences(item, setting)).find(isNew);
  const product =
    setting.productItem === undefined || setting.productItem.topicOnly === true
      ? []
      : valueSentences(setting.productItem, setting, pain !== undefined);
  if (pain !== undefined)
    return {
      role: "value",
      sentences: [...pain.slice(0, 1), ...(isNew(product) ? product.slice(0, 1) : [])],
      fresh: true,
    };
  const [anew] = sayAnew(setting);
  if (anew !== undefined) return { role: anew.part === "proof" ? "proof" : "value", sentences: [anew], fresh: false };
  const line = product[0];
  const framed =
    line === undefined ||
    said.some(({ text }) => text.toLowerCase().includes(line.text.toLowerCase().replace(/\.$/, "")))
      ? undefined
      : phraseSentence("follow-value", "value", setting, { line: lowerFirst(line.text) });
  return {
    role: "value",
    sentences:
      framed === undefined
        ? []
        : [{ ...framed, origin: "user", ...(line?.evidence === undefined ? {} : { evidence: line.evidence }) }],
    fresh: false,
  };
}
