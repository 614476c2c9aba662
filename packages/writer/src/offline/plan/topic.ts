import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { lowerFirst } from "../nlu/noun-phrase.ts";
import { baseOf, toGerund } from "../words/verb-forms.ts";
import { headNoun, kindOfNoun, pluralise } from "../words/number-of.ts";
import { fitPain } from "./fit-statement.ts";
import type { FittedProduct } from "./fit-product.ts";

const generic =
  /^(?:software|app|apps|application|applications|platform|platforms|tool|tools|saas|service|services|system|systems|solution|solutions|product|products|company|agency|firm|team|business|program|programme|offer|offering|package|packages|suite|consultancy|provider|technology|kit|startup|studio|shop|plugin|device|machine)$/i;

/**
 * A short name for what the email is about, for subjects and references: one to
 * three words in small letters, like "shift scheduling" or "late invoices".
 */
export function topicOf(
  product: FittedProduct | undefined,
  pain: string | undefined,
  outcome?: string,
  audience?: string,
): string {
  const fromProduct = product === undefined ? undefined : productTopic(product);
  return (
    fromProduct ??
    (pain === undefined ? undefined : painTopic(pain)) ??
    (outcome === undefined ? undefined : wholeTopic(outcome)) ??
    (product === undefined ? undefined : plainThing(product, audience)) ??
    "a quick idea"
  );
}

/** "software for gyms": all that can be said of a product of no name. */
function plainThing(product: FittedProduct, audience: string | undefined): string | undefined {
  const head = headNoun(product.thing).toLowerCase();
  if (!generic.test(head) || product.shape === "whole" || product.shape === "help") return undefined;
  return audience !== undefined && audience.split(/\s+/).length <= 2 ? `${head} for ${audience}` : undefined;
}

/** The product's own name, without its article and the words that say only that it is a product. */
function productTopic(product: FittedProduct): string | undefined {
  if (product.shape === "help") return helpTopic(product.clause);
  if (product.shape === "whole") return wholeTopic(product.clause);
  return nounTopic(product.thing);
}

function nounTopic(thing: string): string | undefined {
  const named = /^([A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*)?)$/.exec(thing)?.[1];
  if (named !== undefined) return named;
  const brand = /\b(?:called|named)\s+(\p{Lu}[\w.&'-]*(?: \p{Lu}[\w.&'-]*)?)/u.exec(thing);
  if (
    brand?.[1] !== undefined &&
    !/\b(?:firm|company|agency|consultancy|studio|startup|team|business)\s+(?:called|named)\b/i.test(thing)
  )
    return brand[1];
  const held =
    /^(?:an? |the |our )?(?:\w+ )?(?:webinar|workshop|seminar|course|training|masterclass|event|talk)s? (?:on|about) (.+)$/i.exec(
      thing,
    )?.[1];
  if (held !== undefined) return nounTopic(held);
  const front = thing
    .replace(
      /^(?:a|an|the|our|my|some|new|(?:new |full |whole )?(?:line|range|set|series|collection|type|kind|brand|variety|selection) of|full|complete|simple|custom|affordable|high-quality|quality|premium|modern|smart|easy|online|automated|professional|small|cheap|cheaper|best|better|free|monthly|annual|weekly|mobile|cloud-based|web-based|all-in-one|ai-powered|ai|digital|lightweight|low-cost|on-demand)\s+/gi,
      "",
    )
    .replace(
      /^(?:(?:new|full|complete|simple|custom|affordable|modern|smart|easy|online|automated|cloud-based|ai-powered|ai|digital|low-cost)\s+)+/i,
      "",
    )
    .replace(/^(?:line|range|set|series|collection|type|kind|brand|variety|selection) of\s+/i, "");
  const words = (
    front.split(
      /\s+(?:that|that's|which|who|for|to|with|so|in|at|by|from|made|built|designed|based|called|named|of|on|into|through|via|during|where|without|and|or|you|they|we)\s+|[,(:]/i,
    )[0] ?? front
  )
    .split(/\s+/)
    .filter((word) => word !== "");
  const whole = [...words];
  while (words.length > 1 && generic.test(words.at(-1) ?? "")) words.pop();
  if (
    words.length === 1 &&
    whole.length > 1 &&
    !generic.test(words[0] ?? "") &&
    !/^(?:firm|agency|company|consultancy|business|startup|studio|team|provider)$/i.test(whole[1] ?? "")
  )
    words.push(whole[1] ?? "");
  if (words.length === 0 || (words.length === 1 && generic.test(words[0] ?? ""))) return purposeTopic(thing);
  if (kindOfNoun(words.at(-1) ?? "") === "person")
    return purposeTopic(thing) ?? (words.length > 1 ? lowerFirst(words.slice(-3).join(" ")) : undefined);
  const last = words.at(-1) ?? "";
  if (
    /^an?\s/i.test(thing) &&
    words.join(" ") === front.split(/\s+/).slice(0, words.length).join(" ") &&
    headNoun(thing) === last &&
    !last.endsWith("ing")
  )
    words[words.length - 1] = pluralise(last);
  return lowerFirst(words.slice(-3).join(" "));
}

/** "an app that does member check-in" → "member check-in"; "a tool to plan routes" → "planning routes". */
function purposeTopic(thing: string): string | undefined {
  const does = /\s(?:that|which)\s+(\w+)\s+(.+)$/i.exec(thing) ?? /\s(?:to)\s+(\w+)\s+(.+)$/i.exec(thing);
  const base = baseOf(does?.[1] ?? "", "third") ?? baseOf(does?.[1] ?? "", "base");
  if (base !== undefined && does?.[2] !== undefined) {
    if (/^(?:do|have|offer|provide|cover|handle|include)$/.test(base)) return nounTopic(does[2]);
    return /^(?:help|let|allow|enable)$/.test(base)
      ? helpTopic(`we help ${does[2]}`)
      : activity(base, does[2].split(/\s+/));
  }
  const helping = /\shelping\s+.+?\swith\s+(.+)$/i.exec(thing)?.[1];
  if (helping !== undefined) return nounTopic(helping);
  const about = /\s(?:for|around|on)\s+(.+)$/i.exec(thing)?.[1];
  return about === undefined || kindOfNoun(headNoun(about)) !== undefined ? undefined : nounTopic(about);
}

/** "We help clinics fill shifts" → "filling shifts". */
function helpTopic(clause: string): string | undefined {
  const words = clause.replace(/^(?:we|I)\s+(?:also |can )?(?:help|let|allow|enable)\s+/i, "").split(/\s+/);
  for (let i = 1; i < Math.min(words.length, 12); i++) {
    const word = (words[i] ?? "").replace(/[,.]$/, "");
    const base = baseOf(word, "base");
    if (base !== undefined && i + 1 < words.length && !/^(?:and|or|of|with)$/i.test(words[i - 1] ?? ""))
      return activity(base, words.slice(i + 1));
  }
  return undefined;
}

function wholeTopic(source: string): string | undefined {
  const clause = source.replace(/^(we|I)(?:'ve| have) (?:just |recently )?(?=\w+ed\b|built\b|made\b)/i, "$1 ");
  const made =
    /^(?:we|I) (?:built|developed|created|designed|invented|launched|made|put|have|bring|install) (an? .+|the .+)$/i.exec(
      clause,
    )?.[1];
  if (made !== undefined) return nounTopic(made);
  const doing = /\b(?:making|selling|building|offering|producing|renting|growing|brewing)\s+(.+)$/i.exec(clause)?.[1];
  if (doing !== undefined && /^(?:we|I)(?:'re|'m| are| am)\b/i.test(clause)) return nounTopic(doing);
  const name = /^(\p{Lu}[\w.&'-]*) (\w+)\s/u.exec(clause);
  if (
    name?.[1] !== undefined &&
    !/^(?:We|I|It|Our|My|The|A|An)$/.test(name[1]) &&
    baseOf(name[2] ?? "", "third") !== undefined
  )
    return name[1];
  const verb = /^(?:we|I|our [\w -]+?|it|[A-Z]\w+)\s+(\w+)\s+(.+)$/i.exec(clause);
  const be =
    /^(?:we|I|our [\w -]+?|it|[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*)*)(?:'re|'m|'s|\s+(?:is|are|am))\s+(?:an?\s+|the\s+)?(.+)$/i.exec(
      clause,
    );
  const hosted =
    /^(?:we|I)(?:'re|'m| are| am)?\s+(?:host|hold|run|organi[sz]e?|launch|open|plan)(?:ing|ning)?\s+(.+?)\s+(?:on|about)\s+(.+)$/i.exec(
      clause,
    );
  if (hosted?.[2] !== undefined) return nounTopic(hosted[2]);
  if (be?.[1] !== undefined) {
    const described = nounTopic(be[1]);
    const name = /^(\p{Lu}[\w.&'-]*) is\b/u.exec(clause)?.[1];
    return described === undefined || (name !== undefined && !described.includes(" "))
      ? (name ?? described)
      : described;
  }
  const words = wordsOf(clause);
  const at = /^our$/i.test(words[0] ?? "") ? findVerb(words) : -1;
  const owned = at > 1 ? nounTopic(words.slice(1, at).join(" ")) : undefined;
  if (owned !== undefined) return owned;
  const base = baseOf(verb?.[1] ?? "", "base") ?? baseOf(verb?.[1] ?? "", "third");
  if (base === undefined || verb?.[2] === undefined) return undefined;
  if (/^(?:help|let|allow|enable)$/.test(base)) return helpTopic(`we help ${verb[2]}`);
  return /^(?:run|offer|provide|produce|make|build|sell|do|have|supply|deliver|organise|organize|design|create|develop|place|give)$/.test(
    base,
  )
    ? nounTopic(verb[2])
    : activity(base, verb[2].split(/\s+/));
}

/** "fill" + "open shifts in 48 hours" → "filling open shifts". */
function activity(base: string, after: readonly string[]): string | undefined {
  const object: string[] = [];
  for (const raw of after) {
    const word = raw.replace(/[,.;:]$/, "");
    if (
      /^(?:in|at|by|for|from|to|with|without|and|or|so|that|which|on|through|into|faster|twice|within|per|every|using|before|after|of|up|as|when|than|while|more|quickly|better|via|\d.*)$/i.test(
        word,
      )
    )
      break;
    if (!/^(?:a|an|the|their|its|your|our|all|every|each|more)$/i.test(word))
      object.push(/^(?:every|each)$/i.test(after[after.indexOf(raw) - 1] ?? "") ? pluralise(word) : word);
    if (object.length === 2 || raw !== word) break;
  }
  return object.length === 0 || /^(?:you|them|it|us)$/i.test(object[0] ?? "")
    ? undefined
    : lowerFirst(`${toGerund(base)} ${object.join(" ")}`);
}

function painTopic(pain: string): string | undefined {
  const fitted = fitPain(pain);
  if (fitted.shape === "noun" || fitted.shape === "gerund")
    return nounTopic(fitted.text.replace(/^a\s+/i, "")) ?? undefined;
  const lacking = /^(?:need|want|lack|miss|don't have|have no|look for|are looking for)\s+(.+)$/i.exec(
    fitted.text,
  )?.[1];
  if (lacking !== undefined) return nounTopic(lacking);
  if (fitted.shape === "clause") return undefined;
  const [first = "", ...rest] = fitted.text
    .replace(/^(?:struggle with|deal with|still|often|have to|can't|cannot|don't)\s+/i, "")
    .split(/\s+/);
  const base = baseOf(first, "base");
  return base === undefined ? undefined : activity(base, rest);
}
