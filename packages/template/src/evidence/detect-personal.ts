import { anyOf } from "../any-of.ts";
import { opaque } from "../mask.ts";

const variable = `${opaque}+`;
const observed =
  "(?:saw|noticed|read|heard|seen|spotted|loved|enjoyed|liked|watched|listened to|came across|caught|found out|learned|understand)";
/** Words that a sentence may hold besides variables and still only repeat what the variables say. */
const restates = new RegExp(
  `^(?:(?:i|we)(?:[’']ve)? )?(?:(?:just|recently|also) )?${observed}(?: that)? (?:(?:you|you[’']re|are|is|the|a|an|as|lead|leads|run|runs|running|leading|head|heading|work|working|in|at|for|of|over|with|team|role|new|${variable})[ ,]+)*${variable}(?:[’']s)?(?: (?:team|role))?\\s*(?:$|[.,!?:;–—-]+(?:\\s|$)|(?:and|so) (?:i|we|thought|wanted|figured|wondered|was|am)\\b)`,
  "iu",
);
const conditional = anyOf(
  [
    String.raw`if|when|whenever|once|whether|unless|before|after|should|as soon as|say|imagine|suppose|what if`,
    String.raw`have you|did you|do you|are you|were you|is your|maybe|perhaps`,
  ],
  "i",
  String.raw`^*\b`,
);
const aboutReader = new RegExp(`\\b(?:you|your|yours|you[’'](?:re|ve|d))\\b|${variable}`, "iu");

/** Said outright: true of nobody in particular, so claims about the reader whatever stands around them. */
const plain: readonly RegExp[] = [
  /\bcongrat(?:s|ulations)\b/i,
  anyOf(
    [
      String.raw`post|posts|article|articles|talk|talks|podcast|episode|interview|keynote|webinar|comment`,
      String.raw`comments|tweet|blog|essay|book|raise|round|funding|series|launch|announcement|acquisition|merger`,
      String.raw`expansion|promotion|move|role|position|job|appointment|office|website|campaign|award|win|press`,
      String.raw`release|speech|session|panel|hire|hiring|newsletter`,
    ],
    "i",
    String.raw`\byour (?:recent|latest|last|new|excellent|great) (?:linkedin )?*\b`,
  ),
  /\b(?:as|being) a former\b|\byour (?:background|time|years|experience|career|tenure|work) (?:at|in|as|with|on)\b|\bgiven your (?:background|experience|work|time)\b/i,
  anyOf(
    [
      String.raw`\b(?:when|since|after|as) we (?:last )?(?:spoke|met|talked|chatted)\b`,
      String.raw`\bwe (?:met|spoke) (?:at|in|on|last)\b|\bas (?:we )?discussed\b`,
      String.raw`\bthanks for (?:your (?:reply|call|interest|download)|the (?:chat|call)|downloading|signing up|attending|joining|meeting|stopping by)\b`,
    ],
    "i",
  ),
  /\b(?:good|great|nice|lovely|pleasure) (?:to (?:have )?(?:meet|met|see|seen|speak|spoken|talk|chat)|meeting|seeing|speaking|talking|chatting)(?: (?:to|with))? you\b|\b(?:based on|judging by|according to|looking at|going by|from) your (?:linkedin|profile|activity|website|site|posts?|job ads?|careers page|about page|reviews)\b/i,
  anyOf(
    [
      String.raw`great|amazing|impressive|fantastic|awesome|beautiful|excellent|spot on|inspiring|brilliant`,
      String.raw`wonderful|outstanding`,
      String.raw`(?:named|ranked|awarded|featured|voted|listed|nominated|recognised|recognized)\b`,
    ],
    "iu",
    String.raw`\byour (?:\p{L}+ ){1,4}(?:looks?|is|was|are|were) (?:really |so |very |truly )?*`,
  ),
  /\b(?:i|we)(?:[’']ve)? (?:just |recently |once )?(?:tried|visited|bought|ordered|attended|downloaded|tested|stayed at|ate at|shopped at|follow|been following|admire)\b[^.?!]{0,160} (?:your|you)\b/i,
  anyOf(
    [
      String.raw`\bfellow \p{L}+|\bwe both\b|\bwe share\b|\b(?:recommended|referred|suggested) (?:by|that) \p{Lu}`,
      String.raw`\bwe have (?:\p{L}+ )?(?:people|connections|friends|contacts) in common\b`,
      String.raw`\bmutual (?:connection|friend|contact)\b`,
    ],
    "iu",
  ),
];
/** Claims unless the sentence only supposes them. */
const unlessSupposed: readonly RegExp[] = [
  anyOf(
    [
      String.raw`mentioned|said|wrote|posted|shared|told|spoke|talked about|tweeted|announced|joined|founded`,
      String.raw`launched|raised|published|moved|became|took over|stepped (?:into|up)`,
      String.raw`were (?:named|promoted|featured|quoted|appointed)`,
    ],
    "i",
    String.raw`\byou *\b`,
  ),
  /\b(?:you(?:[’']ve| have)?|your (?:team|company|firm|business)(?:[’']s| has)?) (?:just|recently|lately) \p{L}+(?:ed|en|wn|lt|ght|ew|id|ade|one|ot)\b/iu,
  /\byou(?:[’']re| are) (?:currently |now |actively |also )?(?:hiring|expanding|opening|launching|scaling|raising|rolling out|moving into|recruiting|growing)\b/i,
  /\b[Yy]ou(?:[’']re| are) (?:currently |still |already )?(?:using|on|running|with) (?!the |a |an |your |it)\p{Lu}\p{L}+/u,
  new RegExp(
    `(?:\\byour (?:team|company|firm|business)|${variable})(?:[’']s| is| has)(?: currently| now| just| recently)? (?:hiring|growing|expanding|opening|launching|scaling|raising|recruiting|doubl\\w+|raised|launched|opened|announced|won|acquired|grown)\\b`,
    "iu",
  ),
];
const trigger = new RegExp(
  `(?:^|[,;:–—-]\\s*|\\b(?:and|but|so) )(?:(?:i|we)(?:[’']ve| have)? (?:(?:just|recently|also|really|happened to) )*)${observed}\\b|^(?:(?:just|recently|really) )?${observed}\\b`,
  "iu",
);

/**
 * Whether a sentence claims to know something about its reader: something seen, done, said or in common. Variables must
 * be blotted out. A sentence that only repeats what its variables say is none: they are their own evidence.
 */
export function isPersonalClaim(sentence: string): boolean {
  const text = sentence.replace(/^(?:p\.?\s?s\.?[:,-]?|hi|hey|hello|dear)\s+/i, "");
  if (plain.some((pattern) => pattern.test(text))) return true;
  const triggered =
    trigger.test(text) && aboutReader.test(text) && !/\b(?:hear|heard) (?:back )?from you\b/i.test(text);
  if (triggered) return !restates.test(text);
  if (conditional.test(text) || /\?\s*["'”’)]*$/.test(text)) return false;
  return unlessSupposed.some((pattern) => {
    const places = Array.from(text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`)), ({ index }) => index);
    return places.some(
      (at) =>
        !/\b(?:if|when|once|whenever|until|unless|whether|while|what|whatever|before|after)\s+(?:\p{L}+\s+)?$/iu.test(
          text.slice(0, at),
        ),
    );
  });
}
