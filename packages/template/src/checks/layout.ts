import { maskVariables, opaque } from "../mask.ts";
import { splitSentences, type Sentence } from "../sentences.ts";

/** The sentences of an email by what they are for. */
export interface Layout {
  readonly greeting: readonly Sentence[];
  readonly content: readonly Sentence[];
  readonly signoff: readonly Sentence[];
  readonly ps: readonly Sentence[];
}

const salutation =
  /^(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|howdy|hallo|morning|afternoon|bonjour|hola|ciao|ol[áa]|hej|hoi|guten (?:tag|morgen)|sehr geehrte[rs]?|liebe[rs]?|buen(?:os|as) \p{L}+)(?!\p{L})/iu;
const closing =
  /^(?:(?:all the |my )?best(?: regards| wishes)?|(?:kind|warm|best|many) (?:regards|thanks|wishes)|regards|cheers|thanks(?: a lot| so much| again)?|thank you|many thanks|sincerely(?: yours)?|yours(?: truly| sincerely| faithfully)?|warmly|talk soon|speak soon|take care|until then|(?:viele|liebe|beste|sch[öo]ne|mit freundlichen) gr(?:ü|ue)(?:ß|ss)en?|danke(?: dir| ihnen)?|cordialement|bien à vous|merci|saludos(?: cordiales)?|un saludo|atentamente|met vriendelijke groet|groeten|have a (?:great|good|nice|lovely) \p{L}+|sent from my .*)\s*[,.!–—-]*$/iu;
const postscript = /^p\.?\s?p?\.?\s?s\b\.?/i;
/** Names, roles and addresses under an email are lines of few words without a full stop. */
const signatureWords = 6;

/** Tell greeting, content, sign-off and postscript apart. */
export function layoutOf(body: string): Layout {
  const sentences = splitSentences(body);
  const masked = maskVariables(body);
  const words = (sentence: Sentence): string[] => masked.slice(sentence.from, sentence.to).match(/\S+/g) ?? [];
  const endsOpen = ({ text }: Sentence): boolean => !/[.?!…]["'”’)]*$/.test(text);

  const [first] = sentences;
  const opens = first !== undefined && isGreeting(masked.slice(first.from, first.to), words(first).length);
  const rest = opens ? sentences.slice(1) : sentences;
  const psAt = rest.findIndex(({ text }) => postscript.test(text));
  const main = psAt < 0 ? rest : rest.slice(0, psAt);
  const ps = psAt < 0 ? [] : rest.slice(psAt);

  let cut = main.findLastIndex(({ text }, index) => closing.test(text) && index >= main.length - 8);
  if (cut < 0) {
    cut = main.length;
    while (cut > 1) {
      const last = main[cut - 1];
      const isLine =
        last !== undefined && endsOpen(last) && words(last).length <= signatureWords && !/[,:;]$/.test(last.text);
      if (!isLine || !startsLine(body, last)) break;
      cut--;
    }
  }
  return { greeting: opens ? [first] : [], content: main.slice(0, cut), signoff: main.slice(cut), ps };
}

function isGreeting(text: string, words: number): boolean {
  if (text.endsWith("?")) return false;
  if (salutation.test(text)) return words <= 6;
  return words <= 2 && /[,!:–—-]$/.test(text) && new RegExp(`^(?:\\p{Lu}|${opaque})`, "u").test(text);
}

function startsLine(body: string, { from }: Sentence): boolean {
  return /(?:^|\n)[ \t]*$/.test(body.slice(Math.max(0, from - 40), from));
}
