import type { Op } from "../op.ts";

const quoted = `(?:"([^"]+)"|'([^']+)')`;

/** Replace, ban and require wording. */
export function readWords(text: string): Op | undefined {
  if (
    /^(?:replace|change|swap|switch|turn|rewrite)\s+(?:it|this|that|them|these|everything|all of it)\s+(?:with|by|to|for|into)\b/i.test(
      text,
    )
  )
    return undefined;
  const swap = new RegExp(
    `^(?:replace|swap|change|switch|turn|rename|substitute|exchange|edit|correct|fix)\\s+(?:out )?(?:every |all |the (?:word|phrase|words|term|text|sentence|line)s? |each |any |the )?(?:instances? of |occurrences? of |mentions? of )?${quoted}\\s*(?:everywhere )?(?:with|by|to|for|into|->|=>|=)\\s*(?:the (?:word|phrase) |just )?(?:${quoted}|([^"]+))$`,
    "i",
  ).exec(text);
  if (swap !== null)
    return { op: "replace", from: swap[1] ?? swap[2] ?? "", to: (swap[3] ?? swap[4] ?? swap[5] ?? "").trim() };
  const say =
    new RegExp(
      `^(?:say|use|write|put|call (?:it|them)|call us)\\s+(?:the (?:word|phrase|term) )?(?:${quoted}|([\\w' -]{2,40}?))\\s+(?:instead of|rather than|in place of|not|over)\\s+(?:the (?:word|phrase|term) )?(?:${quoted}|([\\w' -]{2,40}))$`,
      "i",
    ).exec(text) ??
    new RegExp(
      `^(?:it (?:should|must) (?:say|be|read)|should say|it's)\\s+(?:${quoted}|([\\w' -]{2,40}?)),?\\s+not\\s+(?:${quoted}|([\\w' -]{2,40}))$`,
      "i",
    ).exec(text);
  if (say !== null)
    return {
      op: "replace",
      from: (say[4] ?? say[5] ?? say[6] ?? "").trim(),
      to: (say[1] ?? say[2] ?? say[3] ?? "").trim(),
    };
  const instead = new RegExp(
    `^instead of\\s+(?:the (?:word|phrase) )?(?:${quoted}|([\\w' -]{2,40}?)),?\\s+(?:say|use|write|put)\\s+(?:${quoted}|(.+))$`,
    "i",
  ).exec(text);
  if (instead !== null)
    return {
      op: "replace",
      from: (instead[1] ?? instead[2] ?? instead[3] ?? "").trim(),
      to: (instead[4] ?? instead[5] ?? instead[6] ?? "").trim(),
    };
  const loose =
    /^(?:replace|swap(?: out)?|substitute)\s+(?:the (?:word|phrase|term|words) |every |all )?(.{2,60}?)\s+(?:with|by|for)\s+(?:the (?:word|phrase) )?(.{1,80})$/i.exec(
      text,
    ) ??
    /^(?:change|switch|turn)\s+(?:the (?:word|phrase|term|words) )(.{2,60}?)\s+(?:to|into|with|for)\s+(?:the (?:word|phrase) )?(.{1,80})$/i.exec(
      text,
    );
  if (
    loose?.[1] !== undefined &&
    loose[2] !== undefined &&
    !/^(?:the |a |an |our )?(?:call|meeting|demo|chat|visit|audit|trial|question|ask|request)$/i.test(loose[1]) &&
    !/^(?:the )?(?:ask|cta|call to action|subject(?: line)?|tone|opener|opening|greeting|audience|sign-?off|proof|first|last|second|third|paragraph|sentence|p\.?s)\b/i.test(
      loose[1],
    )
  )
    return { op: "replace", from: strip(loose[1]), to: strip(loose[2]) };
  return readBan(text) ?? readRequire(text);
}

function strip(text: string): string {
  return text.trim().replace(/^["']|["']$/g, "");
}

function readBan(text: string): Op | undefined {
  if (
    /^(?:no|avoid|don't use|do not use|never use|without|skip|remove|drop|less|cut|lose)(?: any| the| all)? (?:exclamation (?:marks?|points?)|exclamations?)$/i.test(
      text,
    )
  )
    return { op: "plain", what: "exclamation" };
  if (
    /^(?:no|avoid|don't use|do not use|never use|without|skip|remove|drop|less|cut|lose|use less)(?: any| the| all)?(?: more)? (?:jargon|buzzwords?|buzz words|cliches?|clichés|corporate speak|marketing speak|fluff words|fancy words|big words|technical terms|hype)$/i.test(
      text,
    )
  )
    return { op: "plain", what: "jargon" };
  if (
    /^(?:(?:make|keep) it |use |in |more )?(?:(?:much|even|a bit|a little) )?(?:simpler|simple|plain|plainer|easier to read|more readable|simple (?:words|language|english)|simpler (?:words|language)|plain (?:english|language|words)|easier words|(?:shorter,? (?:and )?)?simpler words|less complicated|less complex|more simple|clearer|easier to understand|less technical)$/i.test(
      text,
    )
  )
    return { op: "plain", what: "simple" };
  const verb =
    "(?:never|don't|do not|dont|please don't|you must not|must not|mustn't|should not|shouldn't|can't|cannot|no need to)\\s+(?:ever )?(?:use|say|write|mention|include|put|call (?:it|us|them))|(?:avoid|ban|forbid|blacklist|stop|quit)(?: using| saying| the use of| writing)?|no more|stay away from|steer clear of|refrain from(?: using)?";
  const words = new RegExp(
    `^(?:${verb})\\s+(?:the )?(?:words?|phrases?|terms?|expressions?)?\\s*(${quoted}(?:\\s*(?:,|and|or|nor|,\\s*(?:and|or))\\s*(?:"[^"]+"|'[^']+'))*)\\s*(?:again|anymore|any more|ever|anywhere|in (?:this|any) email|at all)?$`,
    "i",
  ).exec(text);
  if (words?.[1] !== undefined)
    return {
      op: "ban",
      words: [...words[1].matchAll(/"([^"]+)"|'([^']+)'/g)].map((match) => match[1] ?? match[2] ?? ""),
    };
  const bare = new RegExp(
    `^(?:${verb})\\s+(?:the )?(?:words?|phrases?|terms?|expressions?)\\s+([\\w' ,-]+?)(?:\\s+(?:again|anymore|any more|ever|anywhere|at all|please))*$`,
    "i",
  ).exec(text);
  if (bare?.[1] !== undefined) return { op: "ban", words: list(bare[1]) };
  const single =
    /^(?:never|don't|do not|dont|stop|avoid|quit)\s+(?:ever )?(?:use|using|say|saying|write|writing)\s+(?!it\b|this\b|that\b|so\b|too\b|any\b|an?\b|the (?:same|first|last))([\w'-]+(?:\s[\w'-]+){0,3}?)(?:\s+(?:again|anymore|any more|ever|anywhere|at all|please))*$/i.exec(
      text,
    ) ??
    /^avoid\s+(?!being|sounding|it\b|any\b|making|the (?:first|last|second))((?:[\w'-]+)(?:(?:,\s*|\s+(?:and|or)\s+)[\w'-]+){0,5})$/i.exec(
      text,
    );
  if (single?.[1] !== undefined) return { op: "ban", words: list(single[1]) };
  return undefined;
}

function readRequire(text: string): Op | undefined {
  const words = new RegExp(
    `^(?:always |make sure (?:to |you )?)?(?:use|include|say|work in|mention|keep)\\s+the (?:words?|phrases?|terms?|expressions?)\\s+(?:${quoted}|([\\w' -]{2,60}))(?:\\s+(?:somewhere|in (?:it|there|the email)|at least once))*$`,
    "i",
  ).exec(text);
  const word = words?.[1] ?? words?.[2] ?? words?.[3];
  return word === undefined ? undefined : { op: "require", words: [word.trim()] };
}

function list(text: string): string[] {
  return text
    .split(/\s*,\s*(?:and |or )?|\s+(?:and|or)\s+/i)
    .map((word) => strip(word).replace(/^the (?:word|phrase) /i, ""))
    .filter((word) => word !== "");
}
