import type { Item } from "../brief/known.ts";
import type { Part, Sentence } from "../ast/tree.ts";
import { capitalise } from "../nlu/repair-wording.ts";
import { choosePhrase, fillPhrase } from "../phrases/choose-phrase.ts";
import type { Choice } from "../phrases/choose-phrase.ts";
import type { PhraseRole } from "../phrases/phrase.ts";
import { literal } from "./setting.ts";
import type { Setting } from "./setting.ts";
import { inTone } from "./tone-wording.ts";

/** A sentence in the user's own words. */
export function userSentence(
  text: string,
  part: Part,
  item: Item | undefined,
  setting: Pick<Setting, "tone">,
): Sentence {
  const evidence = item?.evidence === undefined ? [] : [item.evidence];
  return {
    text: inTone(literal(text), setting.tone),
    pre: " ",
    origin: "user",
    part,
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

/** A sentence from the phrase book; undefined when no phrase fits. */
export function phraseSentence(
  role: PhraseRole,
  part: Part,
  setting: Setting,
  slots: Readonly<Record<string, string>>,
  more: Partial<Choice> & { readonly shapes?: readonly string[] } = {},
): Sentence | undefined {
  const all: Record<string, string> = {
    co: setting.co,
    auds: setting.audience.short,
    topic: setting.topic,
    first: setting.first,
    ago: setting.ago,
    ...slots,
  };
  const has = new Set([
    ...Object.keys(all).filter(
      (name) =>
        all[name] !== "" &&
        (name !== "auds" || setting.hasAudience) &&
        (name !== "topic" || setting.topic !== "a quick idea"),
    ),
    ...(setting.hasAudience && setting.audience.short.split(/\s+/).length <= 3 ? ["shortauds"] : []),
    ...(setting.plain ? ["best"] : []),
    ...(more.shapes ?? []),
  ]);
  const phrase = choosePhrase({
    role,
    tone: setting.tone,
    has,
    seed: `${setting.seed}|${part}`,
    used: setting.used,
    banned: setting.banned,
    place: setting.place,
    ...more,
  });
  if (phrase === undefined) return undefined;
  const text = fillPhrase(phrase.text, { ...all, Co: setting.coStart });
  return { text: capitalise(text), pre: " ", origin: "phrase", part, phrase: phrase.id };
}

/** The greeting line. */
export function greetingSentence(setting: Setting): Sentence {
  const given = setting.known.greeting;
  if (given !== undefined) {
    const word = given.replace(/%[^%]*%|\b(?:there|\{\{.*?\}\}|\[.*?\]|first ?name|name)\b|[,!.]+$/gi, "").trim();
    return { text: `${literal(capitalise(word))} ${setting.first},`, pre: "", origin: "user", part: "greeting" };
  }
  return (
    phraseSentence("greeting", "greeting", setting, {}, { used: new Set() }) ?? {
      text: `Hi ${setting.first},`,
      pre: "",
      origin: "phrase",
      part: "greeting",
    }
  );
}

/** The closing line with the sender's name, as one unit. */
export function signoffSentence(setting: Setting): Sentence {
  const { signoff, known } = setting;
  const line =
    known.signoff === undefined
      ? (phraseSentence("signoff", "signoff", setting, {}, { used: new Set() }) ?? {
          text: "Best,",
          pre: "",
          origin: "phrase" as const,
          part: "signoff" as const,
        })
      : {
          text: `${literal(capitalise(known.signoff.replace(/[,.!]+$/, "")))},`,
          pre: "",
          origin: "user" as const,
          part: "signoff" as const,
        };
  if ("whole" in signoff)
    return /^(?:best|kind|warm|regards|cheers|thanks|thank|sincerely|yours|all the best|talk|take|many|with|respect|mit|viele|cordial|--)/i.test(
      signoff.whole,
    )
      ? { text: signoff.whole, pre: "", origin: "user", part: "signoff" }
      : { ...line, text: `${line.text}\n${signoff.whole}` };
  return signoff.name === null ? { ...line, text: line.text } : { ...line, text: `${line.text}\n${signoff.name}` };
}
