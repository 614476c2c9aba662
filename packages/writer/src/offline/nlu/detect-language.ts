const stopwords: Readonly<Record<string, ReadonlySet<string>>> = {
  English: new Set(
    "the and to of for we our they you is are with that it a in on their who my i can make add please not have be at this ask write".split(
      " ",
    ),
  ),
  German: new Set(
    "und der die das wir ist für mit nicht ein eine einen sie ich auf zu den dem bitte schreib schreibe mach mache kürzer unsere unser haben verkaufen an von sind kann es im".split(
      " ",
    ),
  ),
  French: new Set(
    "le la les et nous vous pour est avec pas un une des je sur du dans qui bonjour merci écris écrivez notre nos vendons sont plus ce cette aux au".split(
      " ",
    ),
  ),
  Spanish: new Set(
    "el la los las y para nosotros con no un una que en de por es vendemos escribe correo nuestro nuestra más son hola gracias del al su sus hacer".split(
      " ",
    ),
  ),
  Italian: new Set(
    "il lo la gli le e per noi con non un una che di vendiamo scrivi nostro nostra più sono ciao grazie del della ai alle è".split(
      " ",
    ),
  ),
  Dutch: new Set(
    "de het een en wij voor met niet je ik van naar op zijn schrijf verkopen onze ons maar kan dat die te korter".split(
      " ",
    ),
  ),
  Portuguese: new Set(
    "o os as e para nós com não um uma que em de por vendemos escreva nosso nossa mais são olá obrigado do da dos".split(
      " ",
    ),
  ),
};
const scripts: readonly (readonly [string, RegExp])[] = [
  ["Russian", /\p{Script=Cyrillic}/gu],
  ["Chinese", /\p{Script=Han}/gu],
  ["Japanese", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Korean", /\p{Script=Hangul}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Hindi", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
];

/** The language a message is written in when it is clearly not English, else undefined. */
export function detectLanguage(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [name, pattern] of scripts)
    if (letters > 3 && (text.match(pattern)?.length ?? 0) / letters > 0.4) return name;
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  if (words.length < 4) return undefined;
  const count = (name: string): number => words.filter((word) => stopwords[name]?.has(word) === true).length;
  const english = count("English");
  const best = Object.keys(stopwords)
    .filter((name) => name !== "English")
    .map((name) => ({ name, hits: count(name) }))
    .toSorted((a, b) => b.hits - a.hits)[0];
  return best !== undefined && best.hits >= 3 && best.hits > english * 1.5 && best.hits / words.length > 0.2
    ? best.name
    : undefined;
}

const wanted =
  /\b(?:in|into|to|auf|en)\s+(german|french|spanish|italian|dutch|portuguese|swedish|danish|norwegian|finnish|polish|czech|russian|chinese|mandarin|japanese|korean|arabic|hebrew|greek|turkish|hindi|deutsch|français|español|hungarian|romanian|ukrainian|thai|vietnamese)\b/i;

/** The language a message asks to write in, when it is not English. "German companies" asks for nothing. */
export function wantedLanguage(text: string): string | undefined {
  const match =
    wanted.exec(text) ??
    /\b(german|french|spanish|italian|dutch|portuguese|polish|russian|chinese|japanese|swedish) (?:version|translation|email|e-mail|text|copy)\b/i.exec(
      text,
    );
  const name = match?.[1];
  if (
    name === undefined ||
    !/\b(?:write|translate|translation|draft|make|put|language|version|rewrite|switch|convert|do|need|want|same|reply|answer|email|e-mail|it|this)\b/i.test(
      text,
    )
  )
    return undefined;
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
