import type { Block, Sentence, Tree } from "../ast/tree.ts";
import { askOf, askSentence, benefitSentences, offerSentences, problemSentences, proofsOf, valueSentences } from "./content-sentences.ts";
import { blockOf, repeats } from "./compose.ts";
import { greetingSentence, phraseSentence, signoffSentence } from "./make-sentences.ts";
import type { Setting } from "./setting.ts";
import { subjectOf } from "./subject-of.ts";

/** A follow-up or goodbye: refers to what was sent, brings one thing that was not, asks for less. */
export function composeLater(setting: Setting): Tree {
  const last = setting.place === "last";
  const said = setting.before.map((text) => ({ text }));
  const opener = phraseSentence(last ? "last-opener" : "follow-opener", "opener", setting, {});
  const fresh = freshAngle(setting, said);
  const wanted = setting.known.ask !== undefined && !last;
  const close = last && setting.known.ask === undefined ? phraseSentence("last-close", "ask", setting, {}) : askSentence(askOf(setting), setting, { short: !wanted });
  const blocks: Block[] = [
    blockOf("greeting", "greeting", [greetingSentence(setting)]),
    blockOf("opener", "opener", opener === undefined ? [] : [opener]),
    blockOf(fresh.role === "proof" ? "proof" : "value", fresh.role, last ? fresh.sentences.slice(0, 1) : fresh.sentences),
    blockOf("ask", "ask", close === undefined ? [] : [close]),
    blockOf("signoff", "signoff", [signoffSentence(setting)]),
  ];
  return { subject: subjectOf(setting), blocks: blocks.filter(({ sentences }) => sentences.length > 0) };
}

/** What the earlier emails have not said yet: a result, a benefit, the trouble; else the offer in one line. */
function freshAngle(setting: Setting, said: readonly { readonly text: string }[]): { readonly role: "proof" | "value"; readonly sentences: readonly Sentence[] } {
  const { facts } = setting.known;
  const isNew = (sentences: readonly Sentence[]): boolean => sentences.length > 0 && !sentences.some(({ text }) => said.some((body) => body.text.includes(text)) || repeats(text, said.flatMap((body) => body.text.split(/(?<=[.?!])\s+/).map((line) => ({ text: line })))));
  for (const item of facts.proof) {
    const made = proofsOf(item, setting);
    if (isNew(made)) return { role: "proof", sentences: made.slice(0, 2) };
  }
  const benefits = [...facts.outcome.map((item) => benefitSentences(item, "outcome", setting)), ...facts.difference.map((item) => benefitSentences(item, "difference", setting)), ...facts.product.slice(1).filter(({ source }) => source !== "context").map((item) => valueSentences(item, setting, false)), ...facts.offer.map((item) => offerSentences(item, setting))];
  const benefit = benefits.find(isNew);
  if (benefit !== undefined) return { role: "value", sentences: benefit.slice(0, 2) };
  const pain = facts.pain.map((item) => problemSentences(item, setting)).find(isNew);
  const product = setting.productItem === undefined ? [] : valueSentences(setting.productItem, setting, pain !== undefined);
  if (pain !== undefined) return { role: "value", sentences: [...pain.slice(0, 1), ...product.slice(0, 1)] };
  const line = product[0];
  const framed = line === undefined ? undefined : phraseSentence("follow-value", "value", setting, { line: line.text });
  return { role: "value", sentences: framed === undefined ? product.slice(0, 1) : [{ ...framed, origin: "user", ...(line?.evidence === undefined ? {} : { evidence: line.evidence }) }] };
}
