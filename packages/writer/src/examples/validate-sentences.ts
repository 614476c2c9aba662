import { splitSentences } from "@longhand/template";
import { detectClaims, verifyClaim, type Evidence } from "@longhand/template/checks";
import type { ExampleAnswer, ExampleTask } from "../model-task.ts";
import { exampleInstructions } from "../prompts/example-prompt.ts";
import { rulesText } from "../prompts/rules.ts";

/** Bounds of a slot (writer.md §4.5). */
const mostSentences = 3;
const mostCharacters = 300;
/** A run of this many words shared with a prompt is a leak. */
const leakWords = 8;

const promptWords = ` ${wordsOf(`${rulesText}\n${exampleInstructions}`).join(" ")} `;

/** What sentences are held against. */
export interface SlotRules {
  readonly task: ExampleTask;
  readonly evidence: readonly Evidence[];
  /** Names that may be used freely. */
  readonly names: readonly string[];
  readonly leadValues: readonly { readonly field: string; readonly value: string }[];
  /** Values of all leads of the run. */
  readonly runValues: readonly string[];
  /** Everything this lead's writer was given, and this lead's own values: what stands there is nobody else's. */
  readonly material: string;
  readonly banned: readonly string[];
}

type Sentences = ExampleAnswer["slots"][number]["sentences"];

/** What is wrong with one slot's sentences, in words for a second try; empty when they may stand. */
export function validateSentences(sentences: Sentences, rules: SlotRules): string[] {
  const text = sentences.map((one) => one.text.trim()).join(" ");
  const known = new Set(rules.evidence.map(({ id }) => id));
  const quotes = rules.evidence.map(({ quote }) => quote).join("\n");
  const problems: string[] = [];
  function forbid(found: boolean, problem: string): void {
    if (found) problems.push(problem);
  }

  forbid(text === "", "a slot was empty");
  forbid(!sentences.some(({ evidence_ids }) => evidence_ids.length > 0), "a slot names no evidence");
  forbid(
    splitSentences(text).length > mostSentences || text.length > mostCharacters,
    `a slot has more than ${mostSentences} sentences or ${mostCharacters} characters`,
  );
  forbid(/[%{}<>`*_#|\\⟦⟧]|&&|={3,}|\[[^\]]*\]/.test(text), "no markup, percent sign, slot or marker is allowed");
  forbid(/[\p{Cc}\p{Cf}\p{Co}]/u.test(text), "no invisible characters are allowed");
  for (const address of text.match(
    /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.\S+|\b[a-z0-9-]+\.(?:com|net|org|io|co|ai|dev|app|me|ru|cn|xyz|info|biz|shop|top)\b\S*/gi,
  ) ?? [])
    forbid(!inFacts(address, rules.evidence), `the address ${address} is not in the facts`);
  for (const phone of text.match(/\+?\d[\d\s().-]{6,}\d/g) ?? [])
    forbid(!quotes.includes(phone.trim()), `the number ${phone.trim()} is not in the evidence`);
  forbid(sharesRun(text), "do not repeat your instructions");
  forbid(!sameScript(text, rules.task.around), "write in the language of the email");
  for (const word of rules.banned) forbid(containsWords(text, word), `never use ${JSON.stringify(word)}`);
  for (const value of rules.runValues)
    forbid(
      containsWords(text, value) && !containsWords(rules.material, value),
      "a name that is not in the evidence was used",
    );
  for (const id of sentences.flatMap(({ evidence_ids }) => evidence_ids))
    forbid(!known.has(id), `there is no evidence ${id}`);
  for (const { text: sentence, evidence_ids } of sentences)
    problems.push(...claimProblems(sentence, evidence_ids, rules));
  return [...new Set(problems)];
}

function claimProblems(sentence: string, ids: readonly string[], { evidence, names, leadValues }: SlotRules): string[] {
  return detectClaims(sentence, { names, lead_values: leadValues }).flatMap((claim) => {
    const { ok, reason } = verifyClaim(
      { ...claim, evidence_ids: claim.evidence_ids.length > 0 ? claim.evidence_ids : ids },
      evidence,
    );
    return ok ? [] : [`${JSON.stringify(claim.text)}: ${reason ?? "nothing in the evidence says so"}`];
  });
}

function inFacts(address: string, evidence: readonly Evidence[]): boolean {
  const bare = address.replace(/[.,;:!?)]+$/, "");
  return evidence.some(({ kind, quote }) => kind !== "lead_field" && quote.includes(bare));
}

/** Whole words, letter case as written: a colleague named Will is not the verb. */
export function containsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0 && words !== ""; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + words.length] ?? " ";
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

function sharesRun(text: string): boolean {
  const words = wordsOf(text);
  return words.some(
    (_, i) => i + leakWords <= words.length && promptWords.includes(` ${words.slice(i, i + leakWords).join(" ")} `),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}

/** Most letters are of the script most of the email is written in. */
function sameScript(text: string, around: string): boolean {
  const latin = latinShare(around);
  const own = latinShare(text);
  return latin === null || own === null || latin >= 0.5 === own >= 0.5;
}

function latinShare(text: string): number | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length === 0
    ? null
    : letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length / letters.length;
}
