import { looksLikeAudience, takeNounPhrase } from "../nlu/noun-phrase.ts";
import { findVerb, wordsOf } from "../nlu/find-verb.ts";
import { readAsk } from "../nlu/read-ask.ts";
import { shapeOf } from "../nlu/shape-of.ts";
import { readTone } from "../nlu/tone-words.ts";
import type { Finding } from "./finding.ts";
import { audienceFindings } from "./read-audience.ts";
import { productWithAudience } from "./read-we.ts";
import { headNoun, isPluralWord } from "../words/number-of.ts";
import { polishClause } from "./polish-clause.ts";

const thing =
  "(?:e-?mails?|mails?|message|note|outreach|sequence|campaign|copy|draft|letter|cold[- ]?(?:e-?mail|outreach|message)|intro(?:duction)?|pitch|follow[- ]?ups?|bump|break-?up(?: e-?mail)?|goodbye|newsletter|invite|invitation|something|one|text|touch|opener email|template|step)";
const head = new RegExp(
  `^(?:(?:(?:i|we)(?:'m| am|'re| are|'d| would|'ve| have)?\\s+)?(?:just )?(?:want|need|like|trying|looking|love|wanting|hoping|going|planning|have|got|working|creating|writing|building|putting)(?: together)?(?: on)?(?: to)?(?: have)?(?: you to)?(?: your help| help| some help)?(?: with| to| in| for)?\\s*|help(?: me)?(?: to| with)?\\s*|let's\\s+)?(?:(?:write|draft|create|compose|make|prepare|generate|do|craft|build|send|produce|put together|come up with|give|writing|drafting|creating|crafting|start|design|develop|redo|whip up|cook up)(?: me| us| up| out)?\\s+)?(?:to write\\s+)?((?:an?|the|my|our|some|this|\\d)?\\s*(?:[\\w'-]+,?\\s+){0,6}?${thing})(?=[\\s,.:;!?-]|$)(?!\\s+(?:call|chat|meeting|demo|talk|video|deck|session)\\b)\\s*[,:-]?\\s*(.*)$`,
  "i",
);

const bare =
  /^(?:(?:i|we)(?:'m| am|'re| are|'d| would)?\s+)?(?:want|wanna|need|like|trying|looking|love|hoping|going|planning)\s+to\s+((?:sell|pitch|introduce|promote|offer|present|market|show|launch|announce|advertise)\s(?!(?:an?\s)?free\b|\d).+)$/i;

/** A request for an email, taken apart: "write a short email to HR leads about our app asking for a demo". */
export function readRequest(
  text: string,
  quote: string,
): { readonly findings: readonly Finding[]; readonly rest: string } | undefined {
  if (/^(?:our|my|the|we|they|it)\s/i.test(text) && findVerb(wordsOf(text)) > 0) return undefined;
  const written =
    /^(?:(?:i|we)(?:'d| would|'m| am|'re| are)? (?:want|like|need|would like|trying|looking|going|hoping) to |help me |let's |please )?(?:write|reach out|reaching out|writing|mail|e-?mail|emailing|pitch|contact|target)\s+(?:to\s+)?((?!an?\s(?:e-?mail|message|note|mail))\S.*)$/i.exec(
      text,
    )?.[1];
  const about =
    written === undefined
      ? null
      : /\s(?:about|regarding|introducing|selling|promoting|offering|concerning)\s/i.exec(written);
  if (
    written !== undefined &&
    about !== null &&
    looksLikeAudience(written.slice(0, about.index).replace(/\s+(?:who|that)\s.*$/i, ""))
  )
    return { findings: readTail(`to ${written}`, quote), rest: "" };
  const sell =
    (/^(?:i|we)\b.*\b(?:offer|present|show) (?:them|people|the reader)\b/i.test(text)
      ? undefined
      : bare.exec(text)?.[1]) ??
    (/^(?:pitch|introduce|promote|sell|present|market|advertise|announce)\s+(?:our|my|the|a|an)\s.+$/i.test(text)
      ? text
      : undefined);
  if (sell !== undefined)
    return {
      findings: /^(?:offer|sell) (?!our|my|the|this|an? )/i.test(sell)
        ? productWithAudience(/^i\b/i.test(text) ? "I offer " : "We offer ", sell.replace(/^\w+\s+/, ""), quote, 2)
        : readTail(sell.replace(/^(\w+)\s/, "about "), quote),
      rest: "",
    };
  const match = head.exec(text);
  if (match === null) return undefined;
  const before = match[1] ?? "";
  const asksForOne =
    /^(?:(?:i|we)\b|looking for\b|help|let's|write|draft|create|compose|make|prepare|generate|do|craft|build|send|produce|put|come|give|start|redo|want|writ|an?\s|the\s|my\s|our\s|some\s|\d|cold|intro|short|quick|first|follow|new|outreach|e-?mail|pitch|need|goodbye|last|final|bump|break)/i.test(
      text,
    );
  if (
    !asksForOne ||
    (/^(?:one|something|copy|text|step)$/i.test(before.trim()) && !/^(?:write|draft|create|give|make)/i.test(text))
  )
    return undefined;
  const findings: Finding[] = [];
  const tone = readTone(before);
  if (tone !== undefined) findings.push({ slot: "tone", value: tone.tone, quote, weight: 2 });
  if (/\b(?:short|brief|quick|concise|tiny)\b/i.test(before))
    findings.push({ slot: "length", value: "short", quote, weight: 1 });
  if (/\b(?:long|detailed|longer)\b/i.test(before)) findings.push({ slot: "length", value: "long", quote, weight: 1 });
  return { findings: [...findings, ...readTail(match[2] ?? "", quote)], rest: "" };
}

const marker =
  /(?:^|[\s,]+)(to ask (?:for|if|them|whether)|to book|to set up|to get|to schedule|to invite|asking (?:for|if|them|whether)?|(?:that |which |and )asks? (?:for|if|them|whether)|and (?:ask|offer|invite|propose|suggest|see if|get them|book)|inviting|with the (?:goal|aim) of|so (?:that )?they|(?:that|which) (?:introduces|promotes|sells|pitches|offers|explains|talks about|presents|says)|introducing|selling|promoting|pitching|offering|presenting|announcing|regarding|concerning|around|about|on behalf of|for our|for my|on our|with our|targeting|targeted at|aimed at|addressed to|directed at|going to|to|for|at|in an?|with an?|under|in less than|of max|max)\s+(?=\S)/gi;

/** The tail of a request, read piece by piece in any order. */
function readTail(tail: string, quote: string): Finding[] {
  const findings: Finding[] = [];
  let rest = tail
    .trim()
    .replace(/^(?:(?:that )?(?:i|we) can |to )?(?:send|sending|mail|mailing|share)(?: out)?\s+(?=to\b)/i, "");
  for (let guard = 0; guard < 12 && rest !== ""; guard++) {
    marker.lastIndex = 0;
    const match = marker.exec(rest);
    if (match === null || match.index > 0) {
      const to = match === null ? rest.length : match.index;
      const loose = rest.slice(0, to).trim();
      const taken = takeNounPhrase(loose);
      if (looksLikeAudience(taken.phrase)) findings.push(...audienceFindings(taken.phrase, taken.rest, quote, 1));
      else if (
        !loose.startsWith("(") &&
        loose.split(/\s+/).length <= 9 &&
        shapeOf(loose) === "noun" &&
        /[a-z]{3}/i.test(loose) &&
        !findings.some(({ slot }) => slot === "product") &&
        findings.some(({ slot }) => slot === "audience")
      )
        findings.push(...productWithAudience("", loose.replace(/^[:;,.\s-]+/, ""), quote, 1));
      if (match === null) break;
      rest = rest.slice(to).trim();
      continue;
    }
    const word = (match[1] ?? "").toLowerCase();
    rest = rest.slice(match[0].length);
    const step = readPiece(word, rest, quote);
    findings.push(...step.findings);
    rest = step.rest;
  }
  return findings;
}

function readPiece(
  word: string,
  rest: string,
  quote: string,
): { readonly findings: readonly Finding[]; readonly rest: string } {
  if (/^(?:under|in less than|of max|max)$/.test(word) || /^\d+\s*words/i.test(rest)) {
    const words = /^(\d+)\s*words?/i.exec(rest);
    return {
      findings: words?.[1] === undefined ? [] : [{ slot: "length", value: words[1], quote, weight: 2 }],
      rest: words === null ? rest : rest.slice(words[0].length),
    };
  }
  if (/^(?:in an?|with an?)$/.test(word)) {
    const tone = readTone(rest.split(/\s+/).slice(0, 5).join(" "));
    const skip = /^.*?\b(?:tone|voice|style|way|manner)\b/i.exec(rest)?.[0] ?? rest.split(/[,.]/)[0] ?? rest;
    return {
      findings: tone === undefined ? [] : [{ slot: "tone", value: tone.tone, quote, weight: 2 }],
      rest: tone === undefined ? rest : rest.slice(skip.length).trim(),
    };
  }
  if (
    /^(?:to (?:ask|book|set up|get|schedule|invite)|asking|(?:that |which |and )asks?|and |inviting|with the|so)/.test(
      word,
    )
  ) {
    const end = /[.;]|,\s+(?:and |but )?(?:we|they|our|keep|in a)\b/.exec(rest);
    const said = end === null ? rest : rest.slice(0, end.index);
    const phrase = /^(?:to book|to set up|to get|to schedule|and book)/.test(word)
      ? `${word.replace(/^(?:to|and) /, "")} ${said}`
      : /^asking|ask/.test(word)
        ? `ask ${word.replace(/^.*?ask(?:s|ing)?\s*/, "")} ${said}`
        : /^inviting|invite/.test(word)
          ? `invite them ${said.replace(/^them\s+/i, "")}`
          : word.startsWith("so")
            ? `they should ${said}`
            : word.startsWith("with the")
              ? `book ${said.replace(/^(?:booking|getting|scheduling)\s+/i, "")}`
              : `${word.replace(/^and /, "")} ${said}`;
    const ask = readAsk(phrase.replace(/\s+/g, " ").trim());
    return {
      findings: ask === undefined ? [] : [{ slot: "ask", value: ask, quote, weight: 2 }],
      rest: end === null ? "" : rest.slice(end.index + 1).trim(),
    };
  }
  const { phrase, rest: after } = takeNounPhrase(rest);
  if (
    /^(?:to|for|at|targeting|targeted at|aimed at|addressed to|directed at|going to)$/.test(word) &&
    looksLikeAudience(phrase) &&
    !/^(?:our|my)\s/i.test(phrase)
  ) {
    const relative = /^(?:who|that|which|struggling|tired|losing|wasting|spending|fed up|looking)\b/i.test(after);
    const clauseEnd = relative
      ? /[.;]|,|\s+(?:about|introducing|selling|promoting|pitching|offering|asking)\s/i.exec(after)
      : null;
    return {
      findings: audienceFindings(phrase, relative ? after.slice(0, clauseEnd?.index ?? after.length) : "", quote, 2),
      rest: relative ? (clauseEnd === null ? "" : after.slice(clauseEnd.index)) : after,
    };
  }
  if (/^(?:to|at)$/.test(word)) {
    const proper =
      /^[A-Z]/.test(phrase) ||
      (isPluralWord(headNoun(phrase)) &&
        /^(?:about|introducing|regarding|on|asking|selling|promoting|offering|,|and)\b/i.test(after)) ||
      /^(?:the|a|an|any|all)\s/i.test(phrase);
    return proper && word === "to"
      ? { findings: audienceFindings(phrase, "", quote, 1), rest: after }
      : { findings: [], rest: after === rest ? "" : after };
  }
  return readSubject(word, rest, quote);
}

/** What the email is about: "our shift app for hospitals, asking for a demo". */
function readSubject(
  word: string,
  rest: string,
  quote: string,
): { readonly findings: readonly Finding[]; readonly rest: string } {
  const end =
    /[.;]|,?\s+(?:and |to |then )?(?:asking|ask (?:for|if|them|whether)|offer them|invite them|inviting|and see if|and get|and book|to book|to set up|so (?:that )?they)\b|,\s+(?:they|we|our|it|keep|tone|with the goal)\b/i.exec(
      rest,
    );
  const said = (end === null ? rest : rest.slice(0, end.index)).trim();
  const after = end === null ? "" : rest.slice(end.index).replace(/^[.;,\s]+/, "");
  const mine = /^(?:for our|for my|on our|with our)$/.test(word) ? `our ${said}` : said;
  if (polishClause(mine) === "" || /^(?:this|that|it|the following)$/i.test(mine)) return { findings: [], rest: after };
  if (
    word === "for" &&
    !/^(?:our|my|a|an|the)\s/i.test(mine) &&
    takeNounPhrase(mine).phrase.split(/\s+/).length <= 2 &&
    looksLikeAudience(takeNounPhrase(mine).phrase)
  )
    return { findings: audienceFindings(takeNounPhrase(mine).phrase, "", quote, 1), rest: after };
  return { findings: productWithAudience("", mine.replace(/^how (?=we )/i, ""), quote, 2), rest: after };
}
