import { doublingVerbs, irregularVerbs, regularVerbs } from "./verb-list.ts";

export type VerbForm = "base" | "third" | "past" | "gerund";

/** The present form that follows "it": track → tracks. */
export function toThird(base: string): string {
  if (base === "be") return "is";
  if (base === "have") return "has";
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** The form that names the activity: track → tracking. */
export function toGerund(base: string): string {
  if (base === "be") return "being";
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (doublingVerbs.has(base)) return `${base}${base.slice(-1)}ing`;
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

function toPast(base: string): string {
  const irregular = irregularVerbs[base];
  if (irregular !== undefined) return irregular[0];
  if (base.endsWith("e")) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doublingVerbs.has(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

const forms = new Map<string, { base: string; form: VerbForm }[]>();

function note(word: string, base: string, form: VerbForm): void {
  const list = forms.get(word) ?? [];
  if (!list.some((entry) => entry.form === form)) list.push({ base, form });
  forms.set(word, list);
}

for (const base of [...regularVerbs, ...Object.keys(irregularVerbs)]) {
  note(base, base, "base");
  note(toThird(base), base, "third");
  note(toGerund(base), base, "gerund");
  note(toPast(base), base, "past");
  const irregular = irregularVerbs[base];
  if (irregular !== undefined) note(irregular[1], base, "past");
}

/** The base of `word` when it can be `form` of a listed verb, else undefined. */
export function baseOf(word: string, form: VerbForm): string | undefined {
  const lower = word.toLowerCase();
  const known = forms.get(lower)?.find((entry) => entry.form === form)?.base;
  if (known !== undefined || forms.has(lower)) return known;
  const prefix = /^(?:re|over|under|mis|pre|out|un)-?(?=\w{3})/.exec(lower)?.[0];
  const stem =
    prefix === undefined
      ? undefined
      : forms.get(lower.slice(prefix.length))?.find((entry) => entry.form === form)?.base;
  return stem === undefined || prefix === undefined || stem === "late" ? undefined : `${prefix}${stem}`;
}

/** Whether `word` can be any form of a listed verb. */
export function isVerb(word: string): boolean {
  return forms.has(word.toLowerCase());
}

const auxiliaries = new Set(
  "am is are was were be been has have had do does did can could will would should shall may might must can't cannot couldn't won't wouldn't shouldn't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't".split(
    " ",
  ),
);

/** Whether `word` opens a finite verb phrase by itself: is, can't, doesn't. */
export function isAuxiliary(word: string): boolean {
  return auxiliaries.has(word.toLowerCase());
}
