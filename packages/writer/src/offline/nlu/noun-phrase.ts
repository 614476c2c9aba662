import { kindOfNoun, headNoun, isPluralWord, pluralise } from "../words/number-of.ts";
import { baseOf } from "../words/verb-forms.ts";
import { properWords } from "./proper-words.ts";

const stops =
  /^(?:about|who|whose|that|which|because|since|so|but|where|when|while|using|via|asking|introducing|selling|promoting|offering|pitching|regarding|telling|explaining|inviting|showing|then|please|if|whether|cta|tone|keep|make|explaining|we|our|they|i|it|it's|they're|their|struggling|tired|looking|trying|wasting|losing|still|are|is|have|need|want|can't|don't|should|will|would|could|cannot|currently|often|usually|-)$/i;

/**
 * The noun phrase a text begins with, and what follows it. It ends at a relative
 * clause, a new statement or punctuation; a comma inside a list ("cafes, bars
 * and hotels") belongs to it.
 */
export function takeNounPhrase(text: string): { readonly phrase: string; readonly rest: string } {
  const pieces = text.split(/(\s+)/);
  let phrase = "";
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = pieces[i] ?? "";
    const word = piece.replace(/^["'(]+|["'),.;:!?]+$/g, "");
    const rest = pieces.slice(i).join("");
    const next = (pieces[i + 2] ?? "").replace(/[",.;:!?)]+$/g, "");
    if (phrase !== "" && word !== "IT" && (stops.test(word) || (piece.startsWith("(") && !/\)[,.]?$/.test(piece))))
      return { phrase: clean(phrase), rest };
    if (
      phrase !== "" &&
      /^(?:and|or|&)$/i.test(word) &&
      /^(?:ask|we|they|our|i|it|offer|want|sell|see|get|invite|tell|make|keep|let|book|need|mention|i'd|their|most|who|maybe|also|then|try|please|help|explain|show|have|can't|don't|are|struggle|hate|spend|lose|waste)$/i.test(
        next,
      )
    )
      return { phrase: clean(phrase), rest };
    if (
      phrase !== "" &&
      /^to$/i.test(word) &&
      (baseOf(next, "base") !== undefined || /^(?:be|have|do|get|see|book)$/i.test(next))
    )
      return { phrase: clean(phrase), rest };
    if (
      phrase !== "" &&
      /^(?:with|for|on)$/i.test(word) &&
      /^(?:our|my|a|an)$/i.test(next) &&
      /\b(?:our|my)\b|\b(?:app|tool|platform|software|service|offer|product)\b/i.test(rest.slice(0, 60))
    )
      return { phrase: clean(phrase), rest };
    phrase += (pieces[i - 1] ?? "") + piece;
    if (/[.;:!?]$/.test(piece) && !/^[A-Z]\.$/.test(piece))
      return {
        phrase: clean(phrase),
        rest: pieces
          .slice(i + 1)
          .join("")
          .trimStart(),
      };
    if (piece.endsWith(",") && !continuesList(pieces.slice(i + 2).join("")))
      return {
        phrase: clean(phrase),
        rest: pieces
          .slice(i + 1)
          .join("")
          .trimStart(),
      };
  }
  return { phrase: clean(phrase), rest: "" };
}

/** "bars and hotels" after "cafes," goes on with a list; "they lose a lot" does not. */
function continuesList(rest: string): boolean {
  const words = rest.split(/\s+/).slice(0, 6);
  if (
    words.length === 0 ||
    stops.test(words[0] ?? "") ||
    (/^(?:the|a|an|my|and|or|plus|with|all|most|mostly|in|based|usually|small|mid)$/i.test(words[0] ?? "") === false &&
      !isPluralWord((words[0] ?? "").replace(/,$/, "")) &&
      !isPluralWord((words[1] ?? "").replace(/,$/, "")))
  )
    return false;
  const head = rest.split(/[.;:!?]/)[0] ?? "";
  return (
    /^(?:[\w'-]+\s+){0,3}[\w'-]+(?:,|\s+(?:and|or)\s)/.test(head) &&
    looksLikeAudience(rest.split(/,|\s+(?:and|or)\s/)[0] ?? "")
  );
}

function clean(text: string): string {
  return text
    .replace(/[\s,.;:!?-]+$/, "")
    .replace(/^[\s,.;:-]+/, "")
    .replace(/\s+(?:and|or|to|for|at|in|with|of)$/i, "");
}

/** Whether a noun phrase names people or organisations that can be written to. */
export function looksLikeAudience(phrase: string): boolean {
  const bare = phrase.trim().replace(/[.!?,]+$/, "");
  if (bare === "" || bare.split(/\s+/).length > 22) return false;
  if (
    /^(?:people|folks|anyone|anybody|those|everyone|someone|persons?|teams?|companies|businesses|heads? of|vps? of|directors? of|owners? of|leaders?|c-?levels?|c-suite|decision[- ]makers?|execs|moms|mums|dads|parents|families|couples|brides|seniors|women|men|veterans|households|procurement|ops|operations|finance|hr|it|marketing|sales|legal|purchasing|facilities|security|engineering)\b/i.test(
      bare,
    ) &&
    !/\b(?:software|app|platform|tool|service|services|system|solution|training|automation|management)$/i.test(bare)
  )
    return true;
  if (/\bfood trucks?$/i.test(bare)) return true;
  const head = headNoun(bare);
  if (kindOfNoun(head) !== undefined) return true;
  if (/^(?:C[A-Z]{1,3}Os?|C[EFTOMIRP]Os?|VPs?|SVPs?|GPs?|CEOs|PMs|SMEs|SMBs|NGOs|MSPs|MSSPs|HOAs|DSOs)$/i.test(head))
    return true;
  return (
    isPluralWord(head) &&
    /(?:ers|ors|ists|ians|eers|ants|ees|executives|representatives|stewards|guards|kers|wrights|smiths|men|women)$/i.test(
      head,
    ) &&
    !/(?:heaters|scanners|printers|containers|filters|trackers|sensors|computers|servers|routers|trailers|covers|papers|letters|newsletters|numbers|orders|flyers|folders|posters|chargers|errors|doors|floors|colors|motors|tractors|extractors|products|generators|elevators|refrigerators|calculators|reminders|offers|quarters|answers|drawers|rollers|boilers|freezers|dryers|washers|mixers|tankers|cookers|planners|batteries|plants|restaurants|applicants)$/i.test(
      head,
    )
  );
}

/** "the owner of a dental lab" → "owners of a dental lab": the audience as several, without an article. */
export function toPlural(phrase: string): string {
  const bare = phrase.replace(
    /^(?:the|a|an|any|every|each|our|some|all|all the|most|other|these|those|local to)\s+/i,
    "",
  );
  const head = headNoun(bare);
  if (
    head === "" ||
    isPluralWord(head) ||
    /^(?:people|folks|staff|leadership|management|hr|it|ops|procurement|finance|marketing|sales)$/i.test(head)
  )
    return bare;
  const at = bare.indexOf(head);
  return at < 0 ? bare : bare.slice(0, at) + pluralise(head) + bare.slice(at + head.length);
}

/** The front of an audience, short enough to repeat: "heads of HR at hospitals" → "heads of HR". */
export function shortAudience(phrase: string): string {
  const plural = toPlural(phrase);
  const keep =
    /^(?:people|folks|anyone|those|companies|businesses|teams|firms|organisations|organizations|everyone|households)\b/i.test(
      plural,
    );
  const cut =
    plural.split(
      keep
        ? /\s*[(,;/]|\s+-\s+/
        : /\s*[(,;]|\s+-\s+|\s+(?:at|in|who|that|which|with|from|across|around|based|using|running|looking|within|near|between|under|over|like|such as|including|especially|mainly|for)\s+/i,
    )[0] ?? plural;
  return cut.split(/\s+/).length > 7 ? (cut.split(/\s+(?:and|or|&)\s+/i)[0] ?? cut) : cut;
}

/** A sentence's first word in small letters unless it is a name, an acronym or "I". */
export function lowerFirst(text: string): string {
  const first = /^[\p{L}\d'’.-]+/u.exec(text)?.[0] ?? "";
  if (
    first === "I" ||
    first.startsWith("I'") ||
    properWords.get(first.toLowerCase().replace(/'s$/, "")) === first.replace(/'s$/, "") ||
    /[A-Z].*[A-Z]|\d/.test(first)
  )
    return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Article for a singular phrase by its first sound: "an app", "a unit", "an SEO audit". */
export function withArticle(phrase: string): string {
  const first = /^[\p{L}\d'-]+/u.exec(phrase)?.[0] ?? "";
  const vowel = /^[A-Z]{2,5}$/.test(first)
    ? /^[AEFHILMNORSX]/.test(first)
    : /^(?:8|11|18|[aeio]|u(?!ni|se|sa|ti|sin|tah|k)|h(?:our|onest|eir))/i.test(first) &&
      !/^(?:one|once|eu)/i.test(first);
  return `${vowel ? "an" : "a"} ${phrase}`;
}
