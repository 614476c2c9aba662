import { toReader } from "../brief/person.ts";
import { withArticle } from "../nlu/noun-phrase.ts";
import { openQuestion, toQuestion } from "./to-question.ts";
import { repairWording } from "../nlu/repair-wording.ts";
import { isPluralPhrase } from "../words/number-of.ts";
import { baseOf } from "../words/verb-forms.ts";
import { sentence } from "./sentence.ts";

/** What an email asks for, in a form that phrases can hold. */
export type AskSpec =
  /** A meeting of some kind, with article and time: "a 15-minute call on Tuesday". */
  | { readonly kind: "meet"; readonly thing: string }
  /** Something to try or have: "a free audit", "a pilot". */
  | { readonly kind: "try"; readonly thing: string }
  /** Something to send: "the case study". */
  | { readonly kind: "send"; readonly thing: string }
  /** A finished question. */
  | { readonly kind: "question"; readonly text: string }
  /** Something to do: "book a slot", "sign up for the webinar". */
  | { readonly kind: "do"; readonly act: string }
  /** A favour: "forward this to the right person". */
  | { readonly kind: "favour"; readonly act: string }
  | { readonly kind: "reply" }
  | { readonly kind: "referral" }
  | { readonly kind: "interest" };

const resources =
  /\b(?:case stud(?:y|ies)|guide|report|video|deck|slides|pdf|brochure|price ?list|pricing|prices|catalog(?:ue)?|samples?|checklist|white ?paper|one[- ]pager|numbers|details|info(?:rmation)?|quote|overview|link|recording|example|examples|summary|template|playbook|ebook|e-book|menu|portfolio|proposal|datasheet|data sheet|comparison|study|screenshots?|breakdown|list|calculator|article|paper|estimate)\b/i;
const meetings =
  /\b(?:call|chat|meeting|conversation|demo|coffee|lunch|appointment|visit|tour|walk-?through|zoom|talk|intro|introduction|sit-?down|consultation|session|workshop|briefing|breakfast|dinner|tasting|viewing|fitting|assessment call|slot|minutes?|catch-?up|discussion)\b/i;
const trials =
  /\b(?:trial|pilot|audit|assessment|test|review|check|sample|discount|proof of concept|poc|test drive|evaluation|inspection|analysis|month|spot|place|order|quote)\b/i;

/** Stands for the reader's company until the words around it have been made safe. */
export const companyMark = "\u0001";

/** Understand an ask in the user's words. */
export function parseAsk(value: string | undefined): AskSpec {
  if (value === undefined) return { kind: "interest" };
  const said = repairWording(value)
    .replace(/[.?!\s]+$/, "")
    .replace(/^(?:to )?(?:ask|request|offer|propose|suggest)(?:ing)?\s+(?:for\s+)?/i, "")
    .replace(/^(?:just |simply |maybe |perhaps )/i, "")
    .replace(/\b(quote|demo|callback|sample) requests?$/i, "$1")
    .replace(/[\s,]+(?:please|pls|instead|thanks|though|too)$/i, "");
  const theirs =
    /^(?:them|him|her|people|the reader|prospects|leads)\s+to\s+(?:send|share|show|e?mail|forward|offer)\b/i.test(said);
  const text = said
    .replace(/^(?:them|him|her|people|the reader|prospects|leads)\s+/i, "")
    .replace(/^for\s+/i, "")
    .replace(/^(?:on|onto|into|in for)\s+(?=(?:an?|the|some|\d)\b)/i, "")
    .trim();
  const allowed =
    /^(?:if|whether)\s+(?:i|we)\s+(?:can|could|may|might|should)\s+(?:send|share|show|email)\s+(?:them\s+|over\s+)?(.+)$/i.exec(
      text,
    )?.[1] ??
    /^(?:permission|their ok|the ok|an? ok|an? okay) to (?:send|share|show|email)\s+(?:them\s+|over\s+)?(.+)$/i.exec(
      text,
    )?.[1];
  if (allowed !== undefined) return fromShown(allowed);
  if (/^(?:if|whether)\s/i.test(text))
    return { kind: "question", text: toQuestion(text.replace(/^(?:if|whether)\s+/i, "")) };
  if (
    /^(?:would|are|is|do|does|can|could|have|has|will|should|did|may|might)\s+(?:they|he|she|you|we|i|it|this|that|there|their|the|an?|now)\b/i.test(
      text,
    )
  )
    return { kind: "question", text: toQuestion(text) };
  const shown =
    /^to (?:send|share|show|email|mail|forward|offer)\s+(?:them\s+|you\s+|over\s+)?((?!me\b|us\b|their\b|back\b)\S.*)$/i.exec(
      text,
    )?.[1];
  if (shown !== undefined && !theirs) return fromShown(shown);
  const joined = /^to ((?:our|the|an?)\s.+)$/i.exec(text)?.[1];
  if (joined !== undefined)
    return {
      kind: "do",
      act: `${/\b(?:booth|stand|stall|showroom|office|open house|tasting|dinner|lunch|breakfast)\b/i.test(joined) ? "come to" : "join"} ${toReader(joined)}`,
    };
  if (/^(?:how|what|when|where|why|which)\s/i.test(text)) return { kind: "question", text: openQuestion(text) };
  const introduced =
    /^(?:an? |some )?(?:intro(?:duction)?|referral) to\s+(?!the right|the best|someone else)(.+)$/i.exec(text)?.[1];
  if (introduced !== undefined) return { kind: "favour", act: `introduce me to ${toReader(introduced)}` };
  if (
    /^who\b/i.test(text) ||
    (/\bright person\b/i.test(text) && !/^to (?:forward|pass)/i.test(text)) ||
    /\breferral\b|\bbest person\b|\bpoint (?:me|us) to\b|\bintro(?:duction)? to\b/i.test(text)
  )
    return /^who\s+(?!the right|is the right|they)/i.test(text)
      ? {
          kind: "question",
          text: sentence(`${toReader(text)}${/\bat\b/i.test(text) ? "" : ` at ${companyMark}`}?`).replace(/\.$/, ""),
        }
      : { kind: "referral" };
  const act = /^to\s+(.+)$/i.exec(text)?.[1] ?? (startsWithVerb(text) ? text : undefined);
  if (
    act !== undefined &&
    !theirs &&
    /^(?:send|share|show|email)\s+(?:them\s+|over\s+)?(?:an?|the|our|some|\d+|two|three|samples?)\b/i.test(act) &&
    !/^(?:send|share|show|email) (?:me|us|back)\b|\b(?:to us|to me)\b/i.test(act)
  )
    return fromShown(toReader(act.replace(/^\w+\s+(?:them\s+|over\s+)?/i, "")));
  const listed = /^be (?:added|put|listed|included) (.+)$/i.exec(act ?? "")?.[1];
  if (listed !== undefined) return { kind: "favour", act: `add us ${toReader(listed)}` };
  if (act !== undefined) return theirs ? { kind: "favour", act: toReader(act) } : fromAct(toReader(act));
  const when = /^(?:an? |some |their |possible )?(date|day|time|slot)s?( for .+)?$/i.exec(text);
  if (when?.[1] !== undefined)
    return { kind: "question", text: `Which ${when[1].toLowerCase()}${toReader(when[2] ?? "")} would suit you?` };
  if (/^the [\w -]+ of their\b/i.test(text)) return { kind: "favour", act: `tell me ${toReader(text)}` };
  if (/^(?:the|one|an?|some|\d+)\s.+\sso (?:that )?(?:we|i) can\b/i.test(text))
    return { kind: "favour", act: `send me ${toReader(text)}` };
  const answered = fromReply(text);
  if (answered !== undefined) return answered;
  if (/^their\s+(?!(?:place|site|office|shop|plant|house|farm)\b)/i.test(text))
    return { kind: "favour", act: `send me ${toReader(text)}` };
  if (/^(?:the |a )?(?:names?|contacts?|address|e-?mail address|phone number|job title)\b/i.test(text))
    return {
      kind: "favour",
      act: `${/^(?:the |a )?(?:name|job)/i.test(text) ? "tell" : "send"} me ${toReader(/^(?:the|a) /i.test(text) ? text : `the ${text}`)}`,
    };
  return fromThing(text);
}

/** An answer asked for: "a reply with their floor plan", "feedback on the trial". */
function fromReply(text: string): AskSpec | undefined {
  const match =
    /^((?:a |any |their |some |an |quick |short |one-word |simple )*(?:reply|response|answer|yes or no|yes or a no|yes\/no|feedback|thoughts|opinion|interest))\b\s*(.*)$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, what = "", tail = ""] = match;
  const rest = toReader(tail);
  if (/feedback|thoughts|opinion/i.test(what))
    return {
      kind: "favour",
      act: `share your ${/feedback/i.test(what) ? "feedback" : /opinion/i.test(what) ? "opinion" : "thoughts"}${rest === "" ? "" : ` ${rest}`}`,
    };
  if (/interest/i.test(what)) return { kind: "interest" };
  if (rest === "") return { kind: "reply" };
  return { kind: "favour", act: /yes/i.test(what) ? `reply with a yes or no ${rest}` : `reply ${rest}` };
}

function startsWithVerb(text: string): boolean {
  const [first = "", second = ""] = text.split(/\s+/);
  return (
    baseOf(first, "base") !== undefined &&
    second !== "" &&
    (!/^(?:demo|call|visit|chat|talk|trial|test|sample|quote|review|audit|check|tour)$/i.test(first) ||
      /^(?:our|the|us|me|it)$/i.test(second)) &&
    (/^(?:a|an|the|on|in|up|with|to|me|us|for|their|your|our|this|\d.*|back|out|it|at|by|some|over|one|two|three)$/i.test(
      second,
    ) ||
      /^(?:reply|book|schedule|join|download|watch|forward|confirm|sign|register|subscribe|order|attend|introduce)$/i.test(
        first,
      ))
  );
}

/** Something of ours to send or show: "my price list", "how it works". */
function fromShown(said: string): AskSpec {
  const thing = toReader(said.replace(/^(?:my)\s/i, "our "));
  if (/^(?:it|this|that|them|you)\b/i.test(thing))
    return { kind: "question", text: toQuestion(`may we show ${toReader(thing)}`) };
  if (/^how\s/i.test(thing)) return { kind: "do", act: `see ${toReader(thing)}` };
  return resources.test(thing) || !trials.test(thing)
    ? { kind: "send", thing: article(thing) }
    : { kind: "try", thing: article(thing) };
}

function fromAct(act: string): AskSpec {
  const meeting =
    /^(?:book|schedule|set up|arrange|get on|hop on|jump on|have|do|take|grab|get|hop onto|jump onto|agree to|accept|join|meet for|come to|come for|plan|see|find time for|go on|request)\s+((?:me |us )?(?:an?|the|some|one|our|\d+)?\s*.*)$/i.exec(
      act,
    );
  const thing = meeting?.[1]?.replace(/^(?:me|us)\s+/i, "");
  if (thing !== undefined && meetings.test(thing) && !/^(?:join|come to) (?:the|our)\b/i.test(act))
    return { kind: "meet", thing: article(thing) };
  if (thing !== undefined && trials.test(thing) && /^(?:book|schedule|get|have|do|take|request|try)/i.test(act))
    return { kind: "try", thing: article(thing) };
  const send =
    /^(?:send|share|get|receive|see|read|have)\s+(?:them |you |over )?(?:a look at )?((?:an?|the|our|some|more|one)\s.*)$/i.exec(
      act,
    )?.[1];
  if (send !== undefined && resources.test(send) && /^(?:get|receive|see|read|have)/i.test(act))
    return { kind: "send", thing: ourThe(send) };
  if (/^(?:reply|respond|answer|get back|write back|say yes)\b/i.test(act) && act.split(/\s+/).length <= 3)
    return { kind: "reply" };
  if (/^(?:meet|talk|speak|chat|connect|catch up)\b/i.test(act)) return { kind: "do", act };
  if (
    /^(?:reply|respond|answer|forward|send|share|tell|confirm|point|connect|introduce|let|pass|check|look|fill|give|name|pick|choose|call|email|contact|get back|write back|get in touch)\b/i.test(
      act,
    )
  )
    return { kind: "favour", act };
  return { kind: "do", act };
}

function fromThing(text: string): AskSpec {
  const plain = toReader(text);
  if (/^(?:us|me)?\s*to\s/i.test(plain)) return { kind: "do", act: plain.replace(/^(?:us|me)?\s*to\s+/i, "") };
  const half =
    /^(?:a )?half (?:an )?hour\b(?! (?:call|chat|meeting|demo|walk|talk|slot|tour|visit|session))(.*)$/i.exec(plain);
  if (half !== null) return { kind: "meet", thing: `a half-hour call${half[1] ?? ""}` };
  const minutes = /^(\d+|ten|fifteen|twenty|thirty)(?:\s*-\s*|\s+)minutes?(?: of (?:your|their) time)?(.*)$/i.exec(
    plain,
  );
  if (minutes !== null && /^(?:\s*$|\s+(?:on|next|this|to|with|at|tomorrow|sometime|of|in)\b)/i.test(minutes[2] ?? ""))
    return { kind: "meet", thing: withArticle(`${minutes[1] ?? "15"}-minute call${minutes[2] ?? ""}`) };
  if (meetings.test(plain) && / with you\b/i.test(plain)) return fromThing(text.replace(/ with (?:them|you)\b/i, ""));
  const isMeeting =
    meetings.test(plain) && !/^(?:the |our |a )?(?:case study|recording|video|list|notes)\b/i.test(plain);
  if (isMeeting && !/\b(?:video|recording) of\b/i.test(plain)) return { kind: "meet", thing: article(plain) };
  if (resources.test(plain) && !/\btrial\b/i.test(plain)) return { kind: "send", thing: ourThe(article(plain)) };
  if (trials.test(plain)) return { kind: "try", thing: article(plain) };
  return { kind: "try", thing: article(plain) };
}

/** Hyphens for lengths of time, an article, and a plain "short" where nothing describes a meeting. */
function article(text: string): string {
  const plain = text
    .replace(
      /\b(\d+|one|two|three|four|six|ten|fifteen|twenty|thirty)\s*-?\s*(minute|hour|day|week|month)s?\b(?=\s+\w)(?! of\b)/gi,
      (_, count: string, unit: string) => `${count}-${unit.toLowerCase()}`,
    )
    .trim();
  if (/^(?:a|an|the|our|some|one|two|your|this|that|more|any)\s/i.test(plain))
    return /^(?:a|an)\s/i.test(plain)
      ? withArticle(plain.replace(/^(?:a|an)\s+/i, ""))
      : plain.replace(/^our\s/i, "our ");
  if (/^(?:call|chat|meeting|demo|talk|conversation|zoom|intro)\b/i.test(plain)) return `a short ${plain}`;
  const head = plain.split(/\s+(?:on|next|this|in|at|with|about|for|to|of|tomorrow|by)\s+/i)[0] ?? plain;
  return isPluralPhrase(head) || /\b(?:feedback|info|information|pricing|coffee|lunch|time|interest)$/i.test(head)
    ? plain
    : withArticle(plain);
}

function ourThe(text: string): string {
  return text.replace(/^(?:our|my)\s/i, "our ");
}

/** The ask in a few words, for receipts. */
export function askLabel(spec: AskSpec): string {
  switch (spec.kind) {
    case "meet":
    case "try":
    case "send":
      return spec.thing;
    case "question":
      return `“${spec.text.replaceAll(companyMark, "their company")}”`;
    case "do":
    case "favour":
      return `to ${spec.act}`;
    case "reply":
      return "a short reply";
    case "referral":
      return "the right person to talk to";
    case "interest":
      return "a light question about interest";
  }
}
