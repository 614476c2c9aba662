import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { looksLikeAudience, lowerFirst } from "../nlu/noun-phrase.ts";
import { properWords } from "../nlu/proper-words.ts";
import { baseOf, isAuxiliary, toGerund } from "../words/verb-forms.ts";
import { massNouns } from "../words/nouns.ts";
import { isPluralWord, kindOfNoun, pluralise, singularise } from "../words/number-of.ts";
import { fitPain } from "./fit-statement.ts";

const cut =
  /^(?:in|at|by|for|from|to|with|without|and|or|so|that|which|who|on|through|into|within|per|every|using|before|after|of|as|when|than|while|via|because|if|but|up|out|is|are|until|between|during|over|too|again|twice|each|instead|mid-\w+|although|since|near|around)$/i;
const filler =
  /^(?:a|an|the|their|its|your|our|his|her|all|each|more|most|many|some|any|every|half|lots?|few|several|about|around|up|to|over|this|these|those|single|still|only|typical|one|two|three|four|five|six|seven|eight|nine|ten|a-lot|~?[$€£]?\d[\d.,%k]*|months?|weeks?|days?|hours?|years?|minutes?|too|very|so|back|foreign|own)$/i;
const happenings: Readonly<Record<string, string>> = {
  fail: "failures",
  break: "breakdowns",
  leak: "leaks",
  crash: "crashes",
  complain: "complaints",
  cancel: "cancellations",
  delay: "delays",
  quit: "turnover",
};
const swaps = /^(?:swap|switch|delay|return|transfer|order|refund|repair|claim|request)$/;

/**
 * Two to four words that name a trouble, in small letters, from the user's own
 * nouns: "crane failures", "parking fines", "filling open shifts". Undefined when
 * the words give no certain phrase.
 */
export function headlineOf(pain: string): string | undefined {
  const fitted = fitPain(
    pain
      .replace(/^(?:most|many|some|all|a lot of|half of|half the) (?:of )?(?:the )?/i, "")
      .replace(/^their /i, "the "),
  );
  const { text } = fitted;
  const excess = /^too (?:many|few) ([\w-]+)$/i.exec(text);
  if (excess !== null) return text;
  if (fitted.shape === "noun" || fitted.shape === "have")
    return tidy(nounPhrase(wordsOf(text.replace(/^(?:no|not enough|too (?:much|many|little|few)|zero) /i, ""))));
  if (fitted.shape === "gerund") return tidy(phrase(wordsOf(text)[0] ?? "", wordsOf(text).slice(1)));
  if (fitted.shape === "be")
    return /^(?:tired|sick|short|afraid|fed up|unsure|worried) (?:of|about|with) /i.test(text)
      ? headlineOf(text.replace(/^\S+(?: up)? (?:of|about|with) /i, ""))
      : /^stuck /i.test(text)
        ? headlineOf(text.replace(/^stuck (?:with )?/i, ""))
        : undefined;
  if (fitted.shape === "base") return tidy(predicate(wordsOf(text)));
  return clauseHeadline(wordsOf(text));
}

function clauseHeadline(words: readonly string[]): string | undefined {
  const at = findVerb(words);
  if (at < 1) return undefined;
  const verb = words[at] ?? "";
  const inner = words.findIndex((word) => /^(?:that|which)$/i.test(word));
  const relative =
    inner > 0 && inner < at
      ? happenings[baseOf(words[inner + 1] ?? "", "third") ?? baseOf(words[inner + 1] ?? "", "base") ?? ""]
      : undefined;
  if (relative !== undefined)
    return tidy([
      ...nounPhrase(words.slice(0, inner)).map((word, index, all) =>
        index === all.length - 1 ? singularise(word) : word,
      ),
      relative,
    ]);
  const base = isAuxiliary(verb)
    ? "be"
    : (baseOf(verb, "base") ?? baseOf(verb, "third") ?? baseOf(verb, "past") ?? verb.toLowerCase());
  const subject = nounPhrase(words.slice(0, at));
  const head = subject.at(-1) ?? "";
  if (/^(?:it|there|this|that|they|we|you|nobody|everyone|everything|people|nothing)$/i.test(subject[0] ?? ""))
    return undefined;
  const object = nounPhrase(words.slice(at + 1));
  const happening = happenings[base];
  if (base === "complain" && /^about$/i.test(words[at + 1] ?? ""))
    return tidy([
      ...nounPhrase(words.slice(at + 2))
        .slice(0, 2)
        .map(singularise),
      "complaints",
    ]);
  if (
    kindOfNoun(head) === "person" ||
    (kindOfNoun(head) === undefined && looksLikeAudience(head)) ||
    /^(?:staff|teams?|players|shoppers|couples|donors|tenants|visitors|crews|graders|applicants|vendors|suppliers)$/i.test(
      head,
    )
  ) {
    if (swaps.test(base) && object.length > 0)
      return tidy([...subject.slice(-1).map(singularise), ...object.slice(-1).map(singularise), `${base}s`]);
    if (happening !== undefined)
      return tidy([
        ...subject.map((word, index) => (index === subject.length - 1 ? singularise(word) : word)),
        happening,
      ]);
    const done = predicate(words.slice(at));
    if (done === undefined && /^(?:be|do|have|get|find|spend|suffer|know|say)$/.test(base)) return undefined;
    const drifting = done !== undefined && done.length === 2 && /^(?:off|out|up|away|down)$/i.test(done[1] ?? "");
    return done === undefined || drifting || (done.length < 2 && !/ /.test(done[0] ?? ""))
      ? tidy([...subject, toGerund(base), ...particle(words[at + 1])])
      : tidy(done);
  }
  if (happening !== undefined)
    return tidy([
      ...subject.map((word, index) => (index === subject.length - 1 ? singularise(word) : word)),
      happening,
    ]);
  if (/^(?:can't|cannot|don't|struggle)$/i.test(verb)) return tidy(predicate(words.slice(at)));
  if (subject.length > 1)
    return tidy(/^an?$/i.test(words[0] ?? "") ? [...subject.slice(0, -1), pluralise(head)] : subject);
  if (base === "cost" && subject.length === 1) return tidy(["the cost of", ...subject]);
  if (
    /^(?:is|are|was|were|have|has|can|can't|cannot|do|does|don't|happen|occur|mean|need|cause|take|be|jump|become)$/i.test(
      base,
    ) ||
    (baseOf(verb, "past") !== undefined && baseOf(verb, "base") === undefined)
  )
    return undefined;
  return isPluralWord(head) ? tidy([...subject, toGerund(base), ...particle(words[at + 1])]) : undefined;
}

function particle(word: string | undefined): string[] {
  return word !== undefined && /^(?:up|out|down|off|away)$/i.test(word) ? [word] : [];
}

/** What is done, as a name: "can't fill open shifts" → filling open shifts; "use paper maps" → paper maps. */
function predicate(source: readonly string[]): string[] | undefined {
  const text = source.join(" ").replace(/^(?:still|often|usually|always|never|either|just|also|all) /i, "");
  const inner =
    /^(?:struggle|deal|suffer|fight|wrestle|juggle|cope|work|live|rely|depend|worry)(?: (?:with|from|about|on|against))? (.+)$/i.exec(
      text,
    )?.[1] ??
    /^(?:need|lack|miss|don't have|do not have|have no|have|use|get|want|dread|fear|face) (.+)$/i.exec(text)?.[1];
  if (inner !== undefined) {
    const [first = ""] = wordsOf(inner);
    if (/^to$/i.test(first)) return predicate(wordsOf(inner).slice(1));
    if (/^(?:trouble|problems|difficulty|a hard time) /i.test(inner))
      return predicate(wordsOf(inner.replace(/^.*?(?=\w+ing)/i, "")));
    return baseOf(first, "gerund") !== undefined &&
      !/^(?:booking|reporting|training|cleaning|meeting|building|parking|shipping|pricing)$/i.test(first)
      ? phrase(first, wordsOf(inner).slice(1))
      : nounPhrase(wordsOf(inner));
  }
  const words = wordsOf(
    text
      .replace(
        /^(?:can't|cannot|can not|couldn't|don't|do not|forget to|have to|had to|must|try to|fail to|struggle to|hate to|need to) /i,
        "",
      )
      .replace(/^(?:hate|dread|keep|love) (?=\w+ing\b)/i, ""),
  );
  const [first = "", ...rest] = words;
  if (baseOf(first, "gerund") !== undefined) return phrase(first, rest);
  const base = baseOf(first, "base");
  if (base === undefined || /^(?:be|do|have|know|see|think|say|feel)$/.test(base)) return undefined;
  if (base === "pay") {
    const paid = /\bfor (.+)$/i.exec(text)?.[1];
    return paid === undefined
      ? undefined
      : [
          ...nounPhrase(wordsOf(paid)).map((word, index, all) => (index === all.length - 1 ? singularise(word) : word)),
          "costs",
        ];
  }
  if (base === "wait") return waited(text);
  if (base === "spend") {
    const doing = rest.find(
      (word, index) =>
        index > 0 &&
        /[a-z]{2}ing$/i.test(word) &&
        !/^(?:during|morning|evening|nothing|everything|something)$/i.test(word),
    );
    const spentOn = /\bon (.+)$/i.exec(text)?.[1];
    if (doing === undefined) return spentOn === undefined ? undefined : nounPhrase(wordsOf(spentOn));
    const done = phrase(doing, rest.slice(rest.indexOf(doing) + 1));
    return done.length === 1 ? [...done, "time"] : done;
  }
  if (base === "find" && /^out$/i.test(rest[0] ?? "")) return undefined;
  return phrase(toGerund(base), rest);
}

function waited(text: string): string[] | undefined {
  const awaited = /\b(?:for|on) (.+)$/i.exec(text)?.[1];
  return awaited === undefined ? undefined : ["waiting for", ...nounPhrase(wordsOf(awaited))];
}

/** An activity and its object: "chasing" + "late invoices from suppliers". */
function phrase(gerund: string, rest: readonly string[]): string[] {
  const lead = /^out of\b/i.test(rest.join(" "))
    ? ["out", "of"]
    : /^(?:up|out|through|for|with|on|around)$/i.test(rest[0] ?? "")
      ? [rest[0] ?? ""]
      : [];
  const object = nounPhrase(rest.slice(lead.length));
  return object.length === 0
    ? [gerund, ...(lead[0] === "up" || lead[0] === "out" ? lead : [])]
    : [gerund, ...lead, ...object];
}

/** The nouns a text begins with: no articles, figures or measures, up to the first preposition. */
function nounPhrase(words: readonly string[]): string[] {
  const taken: string[] = [];
  for (const [index, word] of words.entries()) {
    if (taken.length === 1 && /^and$/i.test(word) && index === words.length - 3)
      return [...taken, ...words.slice(index)];
    if (taken.length > 0 && /^(?:hours|days)$/i.test(word)) {
      taken.push(word);
      continue;
    }
    if (taken.length === 0 && /^mid-|^(?:because|when|if|at|by|from|until|since|after|before)$/i.test(word)) break;
    if (taken.length === 0 && index > 0 && /^(?:for|per|in|with|on|to|by)$/i.test(word)) break;
    if (taken.length > 0 && (cut.test(word) || filler.test(word) || /\d/.test(word) || /ly$/i.test(word))) break;
    if (taken.length > 0 && /^\d/.test(words[index + 1] ?? "") && !/^[A-Z]/.test(word)) return [];
    if (filler.test(word) || /\d/.test(word) || (taken.length === 0 && /^(?:of|on|for|in|with)$/i.test(word))) continue;
    if (/^(?:it|them|they|you|us|that|which|who|how|what|whether|because|when|if)$/i.test(word)) break;
    taken.push(
      /^(?:every|each)$/i.test(words[index - 1] ?? "") && cut.test(words[index + 1] ?? "by") ? pluralise(word) : word,
    );
    if (taken.length === 3) break;
  }
  return taken;
}

function tidy(words: readonly string[] | undefined): string | undefined {
  if (words === undefined) return undefined;
  const text = words
    .join(" ")
    .replace(/[^\p{L}\p{N}\s&'.-]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const list = text.split(" ");
  if (list.length < 2 || list.length > 5 || text.length > 40 || text.length < 7) return undefined;
  const ing = baseOf(list[0] ?? "", "gerund") !== undefined;
  const end = list.at(-1) ?? "";
  if (
    ing &&
    (/ and /.test(text) ||
      (!isPluralWord(end) &&
        !massNouns.has(end) &&
        !/(?:ing|ed|ness|ment|ion|age|ork)$/.test(end) &&
        !/^(?:money|time|stock|budget|staff|people|data|customers|sleep|revenue|margin|trust|access|evidence|paper|patience|share|space|fuel|heat)$/i.test(
          end,
        )))
  )
    return undefined;
  if (/\b(?:doubl|tripl|halv)\w*/i.test(text)) return undefined;
  if (/\b(?:their|they|them|it|your|you)\b/i.test(text)) return undefined;
  const whole =
    /\b(?:piling up|dropping off|wearing out|running out|drying out|breaking down|walking out|signing off|shutting down)$/i.test(
      text,
    );
  if (whole) return lowerFirst(text);
  if (
    /\b(?:third|half|quarter|part|most|tons|being|having|doing|getting|away|off|out|up|down|together)$/i.test(text) ||
    /^(?:doing|having|being|getting) /i.test(text)
  )
    return undefined;
  // "Returns eating" wants an object that was cut off; "boats sinking" is whole.
  const last = list.at(-1) ?? "";
  if (
    last.endsWith("ing") &&
    list.length <= 3 &&
    baseOf(list[0] ?? "", "gerund") === undefined &&
    baseOf(last, "gerund") !== undefined &&
    isPluralWord(list.at(-2) ?? "") &&
    !/^(?:sinking|failing|breaking|leaking|waiting|quitting|leaving|rotting|slipping|rising|falling|churning|complaining|crashing|freezing|dying|cancelling|canceling|vanishing|expiring|spoiling|rusting|aging|ageing|disappearing)$/i.test(
      last,
    )
  )
    return undefined;
  return list
    .map((word, index) => (index === 0 ? lowerFirst(word) : (properWords.get(word.toLowerCase()) ?? word)))
    .join(" ");
}
