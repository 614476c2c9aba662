import type { Op, Target } from "../op.ts";
import { readTarget } from "../read-target.ts";

const it =
  "(?:it|this|that|the (?:e-?mail|mail|draft|text|body|message|copy|whole thing)|everything(?: else)?|the (?:rest|others?|other (?:parts|paragraphs|sentences))|the whole (?:e-?mail|thing|text))";

/** Shorter, longer, and lengths in words. */
export function readLength(text: string): Op | undefined {
  const words =
    /\b(?:under|below|less than|fewer than|max(?:imum)?(?: of)?|at most|no more than|not more than|within|up to|to|about|around|roughly|~|in|exactly|no longer than|<)\s*(\d{2,3})\s*words?\b/i.exec(
      text,
    ) ??
    /^(\d{2,3})\s*words?(?: max(?:imum)?| or (?:less|fewer)| tops| at most)?$/i.exec(text) ??
    /\b(\d{2,3})[- ]words?\b(?= max| or less| or fewer| tops| at most| limit)/i.exec(text);
  if (
    words?.[1] !== undefined &&
    ((text.split(/\s+/).length <= 8 && !/^(?:we|our|they|it takes)\b/i.test(text)) ||
      /^(?:make|keep|get|cut|trim|shorten|reduce|bring|limit|stay|be|under|below|less|fewer|max|at most|no more|not more|within|up to|\d|aim|squeeze|tighten|compress|condense|rewrite|get it|it|the|exactly|about|around|expand|extend|lengthen|longer|shorter|write|no longer|down|<|should)/i.test(
        text,
      ))
  ) {
    const more = /^(?:expand|extend|lengthen|longer|make (?:it|this) longer)|at least/i.test(text);
    return more ? { op: "longer", words: Number(words[1]) } : { op: "shorter", words: Number(words[1]) };
  }
  const least = /\bat least (\d{2,3}) words\b/i.exec(text);
  if (least?.[1] !== undefined) return { op: "longer", words: Number(least[1]) };
  const lines =
    /^(?:make|keep|cut|get|trim|reduce|shorten|condense)?\s*(?:it|this)?\s*(?:down )?(?:to |in |at |under |max |into )*(one|two|three|four|five|2|3|4|5)(?:[- ](?:or|to)[- ]\w+)? (?:short )?(sentence|line)s?(?: max| only| total)?$/i.exec(
      text,
    );
  if (lines?.[1] !== undefined)
    return {
      op: "shorter",
      words: 14 * ({ one: 2, two: 2, three: 3, four: 4, five: 5 }[lines[1].toLowerCase()] ?? Number(lines[1])) + 8,
    };
  if (
    new RegExp(
      `^(?:cut|chop|slice|trim|reduce|shorten|bring)\\s+${it}?\\s*(?:down )?(?:in|by|to) (?:half|50 ?%)|^(?:half (?:the|its) (?:length|size|words)|halve ${it}|half as long|make ${it} half (?:as long|the (?:length|size)))`,
      "i",
    ).test(text)
  )
    return { op: "shorter", ratio: 0.5 };
  const share = new RegExp(
    `^(?:cut|chop|trim|reduce|shorten|make|bring)\\s+(?:${it}|everything else|all else|the rest)?\\s*(?:down |shorter )?by (?:about |around |roughly )?(?:a |one )?(half|third|quarter)`,
    "i",
  ).exec(text);
  if (share?.[1] !== undefined)
    return { op: "shorter", ratio: { half: 0.5, third: 0.67, quarter: 0.75 }[share[1].toLowerCase()] ?? 0.75 };
  const percent =
    new RegExp(
      `^(?:cut|trim|reduce|shorten|make)\\s+${it}?\\s*(?:down |shorter )?(?:by )(?:about )?(\\d{2}) ?%`,
      "i",
    ).exec(text) ?? /^(\d{2}) ?% shorter$/i.exec(text);
  if (percent?.[1] !== undefined) return { op: "shorter", ratio: 1 - Number(percent[1]) / 100 };
  if (
    /^(?:too|it's too|it is too|this is too|that's too|still too|a bit too|bit too|way too|is too|a little too|rather|(?:it|this|that|the (?:e-?mail|draft|text))(?:'s| is| feels| seems| reads)? (?:still |a bit |a little |way |rather |much |far |just )*(?:too)?)\s*(?:long|wordy|lengthy|verbose|much text|much|bloated|rambling|dense)\b|^(?:needs to be|should be) (?:much |a bit |way )?(?:shorter|tighter|more concise)|^(?:tl;?dr|brevity)\b|^(?:people|they|nobody|no one)(?: will| would)? (?:don't |won't |never |not )?read(?:s)? (?:all )?(?:this|that)/i.test(
      text,
    )
  )
    return { op: "shorter" };
  const part =
    /^(?:make|shorten|trim|tighten|condense|cut down|cut)\s+(?:the |my |our |that )?(.+?)(?:\s+(?:(?:a (?:bit|little|lot)|much|way|even|slightly) )?(?:shorter|tighter|more concise|briefer|down(?: a bit)?))?$/i.exec(
      text,
    );
  const partOf = part?.[1] === undefined ? undefined : readTarget(part[1]);
  if (
    partOf !== undefined &&
    partOf.kind !== "all" &&
    partOf.kind !== "quote" &&
    (/shorter|tighter|concise|briefer|down/i.test(text) || /^(?:shorten|trim|tighten|condense)/i.test(text))
  )
    return part0(partOf, "shorter");
  if (
    /(?:^|\b(?:make|keep|get) (?:it|this|the \w+) )(?:(?:a (?:bit|little|lot|tad)|much|way|even|slightly|significantly|far|somewhat|considerably|as) )*(?:shorter|short(?! and sweet)|short and sweet|briefer|brief|tighter|more concise|more compact|concise|compact|less wordy|less text|less verbose|leaner|snappy and short|smaller|tight)(?: (?:please|version|than that|still|again|as possible|if possible|overall|and sweet|and simple))*$/i.test(
      text,
    )
  )
    return { op: "shorter" };
  if (
    new RegExp(
      `^(?:shorten|trim|tighten(?: up)?|condense|compress|cut down|cut|reduce|shrink|slim(?: down)?|pare down|boil down|streamline|abridge|edit down)(?:\\s+${it})?(?:\\s+(?:down|up|a (?:bit|little|lot)|some more|more|further|again|by a (?:bit|lot)|slightly|even more|(?:the )?(?:length|fluff|fat|words|text)|considerably))*$`,
      "i",
    ).test(text)
  )
    return { op: "shorter" };
  if (
    /^(?:boil|cut|trim|pare|slim|strip|whittle|narrow|thin) (?:it|this|that|the (?:email|text|draft)) (?:down|back)|^(?:use )?fewer words$|^(?:could|can|should) (?:use|do with) fewer words$|^shave (?:off )?(?:a few|some) words(?: off)?$|^(?:a )?(?:third|quarter|half|bit) shorter$/i.test(
      text,
    )
  )
    return { op: "shorter" };
  if (
    /^(?:less|fewer) (?:words|text|wordy|verbose)|^(?:give me |i want |write )?(?:an? )?(?:(?:much|even) )?(?:shorter|briefer|more concise|condensed|tighter)(?: version| one| draft| email)?$|^(?:cut|trim|remove|lose|drop|delete|get rid of|strip|without|no more|less|skip) (?:out )?(?:the |some |all the |all )?(?:fluff|fat|filler|waffle|padding|unnecessary \w+|noise)$/i.test(
      text,
    )
  )
    return { op: "shorter" };
  return readLonger(text);
}

function readLonger(text: string): Op | undefined {
  const part =
    /^(?:make|expand|lengthen|extend)\s+(?:on )?(?:the |my |our |that )?(.+?)(?:\s+(?:(?:a (?:bit|little|lot)|much|slightly) )?(?:longer|bigger|more detailed))?$/i.exec(
      text,
    );
  const partOf = part?.[1] === undefined ? undefined : readTarget(part[1]);
  if (
    partOf !== undefined &&
    partOf.kind !== "all" &&
    partOf.kind !== "quote" &&
    (/longer|bigger|detailed/i.test(text) || /^(?:expand|lengthen|extend)/i.test(text))
  )
    return part0(partOf, "longer");
  if (
    /(?:^|\b(?:make|get) (?:it|this|the \w+) )(?:(?:a (?:bit|little|lot|tad)|much|way|even|slightly|somewhat) )*(?:longer|more detailed|more in-depth|richer|fuller|less short|less terse)(?: (?:version|than that|again))*$/i.test(
      text,
    )
  )
    return { op: "longer" };
  if (
    /^(?:(?:give|show|write)(?: me)? |i want |make )?(?:an? )?(?:(?:much|even|slightly) )?longer (?:version|one|draft|email|text)$/i.test(
      text,
    )
  )
    return { op: "longer" };
  if (
    new RegExp(
      `^(?:flesh ${it} out|beef ${it} up|pad ${it} out|build ${it} out|lengthen|expand(?: on)?|extend|elaborate(?: on)?|flesh out|beef up|pad out|develop)(?:\\s+${it})?(?:\\s+(?:a (?:bit|little|lot)|more|further|some more|slightly))*$`,
      "i",
    ).test(text)
  )
    return { op: "longer" };
  if (
    /^(?:add|give|write|include|put in|use)(?: me| it)? (?:some |a bit |a little |a few |a lot )?(?:more |extra )?(?:of )?(?:detail|details|text|words|content|information|info|context|substance|meat|body|sentences|lines|paragraphs?)$|^more (?:detail|details|text|context|information|substance|content)$|^(?:too|it's too|this is too|(?:it|this|the (?:e-?mail|draft)) (?:is|feels|seems) (?:a bit |a little |way |still )*too|bit too|way too|still too) (?:short|brief|terse|thin|bare|curt|minimal|skimpy)/i.test(
      text,
    )
  )
    return { op: "longer" };
  return undefined;
}

function part0(target: Target, op: "shorter" | "longer"): Op {
  return target.kind === "subject" ? { op: "subject", mode: op } : { op, target };
}
