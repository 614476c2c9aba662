import { toReader } from "../brief/person.ts";
import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { baseOf, isAuxiliary } from "../words/verb-forms.ts";
import { sentence } from "./sentence.ts";

/** "they already use a scheduler" → "Do you already use a scheduler?"; a question stays one: "can we come by" → "Can we come by?" */
export function toQuestion(clause: string): string {
  const text = toReader(
    clause
      .trim()
      .replace(/[.?!]+$/, "")
      .replace(/\bi\b/g, "I"),
  );
  if (
    /^(?:would|are|is|do|does|can|could|have|has|will|should|did|may|might)\s+(?:you|we|i|it|this|that|there|your|the|an?|now)\b/i.test(
      text,
    )
  )
    return finish(polite(text));
  const short = /^(you|it|this|that|there|we|they)'(d|re|ve|ll|s)\s+(.+)$/i.exec(text);
  const full =
    short === null
      ? text
      : `${short[1] ?? "you"} ${{ d: "would", re: "are", ve: "have", ll: "will", s: "is" }[(short[2] ?? "").toLowerCase()] ?? "would"} ${short[3] ?? ""}`;
  const match =
    /^(you|I|it|this|that|now|there|we|an? [\w -]{2,30}?|the [\w -]{2,30}?|your [\w -]{2,30}?)\s+((?:already|currently|still|ever|also|now|actually|often)\s+)?(\w+(?:n't)?)\s*(.*)$/i.exec(
      full,
    );
  if (
    match !== null &&
    (baseOf(match[3] ?? "", "third") !== undefined ||
      isAuxiliary(match[3] ?? "") ||
      /^(?:you|we|I)$/i.test(match[1] ?? ""))
  ) {
    const [, subject = "you", adverb = "", verb = "", rest = ""] = match;
    const you = /^(?:you|we|I)$/i.test(subject);
    if (
      isAuxiliary(verb) &&
      !(/^(?:have|has|do|does)$/i.test(verb) && !/^(?:been|\w+ed|already)\b/i.test(rest)) &&
      !verb.endsWith("n't")
    )
      return finish(polite(`${verb} ${subject} ${adverb}${rest}`));
    if (you) return finish(polite(`do ${subject} ${adverb}${verb} ${rest}`));
    const base = baseOf(verb, "third");
    if (base !== undefined || /^has$/i.test(verb)) return finish(`does ${subject} ${adverb}${base ?? "have"} ${rest}`);
  }
  const noun = /^([\w' -]{2,40}?)\s+(is|are|was|were|will|can|would|could|might)\s+(.+)$/i.exec(full);
  if (noun?.[1] !== undefined) return finish(`${noun[2] ?? "is"} ${noun[1]} ${noun[3] ?? ""}`);
  const acting = verbOf(full);
  return finish(acting ?? `could you tell me if ${text}`);
}

/** "Tuesday works for a call" → "does Tuesday work for a call". */
function verbOf(text: string): string | undefined {
  const words = text.split(/\s+/);
  const at = findVerb(wordsOf(text));
  const base = baseOf(words[at] ?? "", "third");
  if (at < 1 || at > 6 || base === undefined || /^(?:who|which|what)$/i.test(words[0] ?? "")) return undefined;
  return `${/^make$/.test(base) ? "would" : "does"} ${words.slice(0, at).join(" ")} ${base} ${words.slice(at + 1).join(" ")}`;
}

/** "how they plan shifts" → "How do you plan shifts?" */
export function openQuestion(text: string): string {
  const turned = toReader(text);
  if (/\b(?:do|does|did|is|are|would|can|could|will|have|has) (?:you|your|it|the|we|I|there|this)\b/.test(turned))
    return finish(turned);
  const match =
    /^((?:how|what|when|where|why|which)(?:\s+(?:many|much|often|long|\w+s|kind of \w+|\w+ing|system|software|tool|tools|provider))?)\s+you\s+((?:already|currently|still|usually|now)\s+)?(\w+)\s*(.*)$/i.exec(
      turned,
    );
  if (match !== null) {
    const [, word = "how", adverb = "", verb = "", rest = ""] = match;
    return isAuxiliary(verb) && !/^(?:have|do)$/i.test(verb)
      ? finish(`${word} ${verb} you ${adverb}${rest}`)
      : finish(`${word} do you ${adverb}${verb} ${rest}`);
  }
  const be =
    /^((?:how|what|when|where|why|which)(?: [\w-]+)?) ((?:your|the|their) [\w' -]{2,40}?) (is|was|are|were)\b\s*(.*)$/i.exec(
      turned,
    );
  if (be !== null) return finish(`${be[1] ?? "when"} ${be[3] ?? "is"} ${be[2] ?? ""} ${be[4] ?? ""}`);
  return finish(
    /\b(?:is|are|would|can|do|does)\b/i.test(turned.split(/\s+/).slice(1, 3).join(" ")) &&
      !/\byou\b/i.test(turned.split(/\s+/).slice(1, 3).join(" "))
      ? turned
      : `could you tell me ${turned}`,
  );
}

/** "Do you want to see it?" asks less roughly as "Would you like to see it?" */
function polite(text: string): string {
  return text.replace(/^do you want (?=to\b|an?\b|the\b|our\b|some\b|\d)/i, "would you like ");
}

function finish(text: string): string {
  return sentence(
    `${text
      .replace(
        /\b(one|two|three|four|six|ten|\d+) (minute|hour|day|week|month) (?=(?:call|demo|trial|internship|pilot|test|chat|meeting|loan|visit|tour|session|course|project|walkthrough)\b)/gi,
        "$1-$2 ",
      )
      .replace(/\s+/g, " ")
      .trim()}?`,
  ).replace(/\.$/, "");
}
