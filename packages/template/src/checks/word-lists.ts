import { anyOf } from "../any-of.ts";
/** Openers that waste the first line (B11). Matched at the start of the message. */
export const stockOpeners: readonly RegExp[] = [
  /^(?:i |we )?(?:just )?(?:sincerely |truly |really )?(?:hope|trust) (?:that )?(?:this|my|the) (?:e-?mail|message|note|letter)?\s*(?:finds|reaches|is finding|meets) you\b/i,
  /^(?:i |we )?(?:hope|trust) (?:that )?(?:you(?:[’']re| are)|you and your \p{L}+ are|all is|all[’']s|everything(?:[’']s| is)|things are) (?:doing |keeping |going )?(?:well|great|good|fine|okay|ok|safe|healthy|having)\b/iu,
  /^(?:i |we )?hope you(?:[’']ve| have| had)?(?: had)?(?: been)?(?: having)? (?:a|an) (?:\p{L}+ ){1,2}(?:week|weekend|day|start|morning|monday|summer|holiday|holidays|year)\b/iu,
  /^(?:happy|hope your) (?:monday|tuesday|wednesday|thursday|friday|week\b)/i,
  /^my name(?:[’']s| is)\b/i,
  /^(?:allow me to|let me|i(?:[’']d| would) like to|i want(?:ed)? to|just wanted to) (?:quickly |briefly )?introduce\b/i,
  /^(?:i(?:[’']m| am)|we(?:[’']re| are)) (?:just |writing and )?(?:reaching out|writing (?:to|because|you)|getting in touch|contacting you|emailing)\b/i,
  /^(?:just )?(?:reaching out|getting in touch|writing to you)\b/i,
  /^(?:i|we) (?:just |recently )?(?:wanted|want|thought i[’']d|would like) to (?:reach out|get in touch|touch base|connect|drop you)\b/i,
  /^(?:i|we) (?:just |recently )?(?:came across|stumbled (?:up)?on|found|discovered|was (?:looking|browsing)(?: at| through)?) (?:your|\u{A4F2}+[’']?s?) ?(?:profile|linkedin|website|company|page|online)?\b/iu,
  /^i know you(?:[’']re| are) (?:probably |likely |very )?busy\b/i,
  /^sorry (?:to|for) (?:bother|disturb|interrupt|the cold|reaching|emailing|intrud)\w*/i,
  /^(?:you don[’']t know me|we haven[’']t met|i[’']ll (?:be|keep (?:this|it)) (?:brief|short|quick)|i[’']ll cut to the chase)\b/i,
  /^to whom it may concern\b/i,
];

/** Follow-up phrases that only say "you did not answer" (B13). */
export const stalePhrases = anyOf(
  [
    String.raw`\b(?:just |simply )?(?:checking in|check in (?:with you|on)|checking back)\b`,
    String.raw`\btouch(?:ing)? base\b|\bcircl(?:e|ing) back\b|\b(?:just |simply )?bump(?:ing)? (?:this|my|it)\b`,
    String.raw`\b(?:never|haven[’']t|have not|didn[’']t|did not|yet to) (?:yet )?(?:hear|heard|received?|got(?:ten)?|get) (?:anything )?(?:back|from you|a (?:reply|response|answer))\b`,
    String.raw`(?:(?<=^|[.?!]\s|\n)|\b(?:just|i[’']m|i am|am|quickly)\s)following up\b`,
    String.raw`\b(?:just|like to|want to|wanted to) follow(?:ing)? up\b|\bper my (?:last|previous)\b`,
    String.raw`\b(?:did you|have you) (?:get|got|see|seen|had a chance|receive|received|have a chance)\b[^.?!]{0,160}\b(?:my|last|previous|to (?:read|look|review))\b`,
    String.raw`\bin case (?:you missed|this (?:got|was|slipped)|my)\b`,
    String.raw`\b(?:floating|resurfacing|pushing|moving|bringing) this (?:back )?(?:up|to the top)\b`,
    String.raw`\btop of (?:your|the) inbox\b`,
    String.raw`\b(?:slipped|fell|fallen|buried|lost) (?:through|in|under) (?:the cracks|your inbox)\b`,
    String.raw`\bany (?:thoughts|update|updates|news) on (?:my|this|the below)\b`,
    String.raw`\bwanted to (?:check in|circle back|see if you)\b|\bgentle reminder\b|\bfriendly reminder\b`,
    String.raw`\bstill (?:waiting|interested\?)`,
  ],
  "gi",
);

/** Verbs of jargon and plain ones, each as: base, third person, past, -ing. */
const verbs: readonly (readonly [string, string])[] = [
  ["leverage leverages leveraged leveraging", "use uses used using"],
  ["utilize utilizes utilized utilizing", "use uses used using"],
  ["utilise utilises utilised utilising", "use uses used using"],
  ["empower empowers empowered empowering", "help helps helped helping"],
  ["supercharge supercharges supercharged supercharging", "speed\u00a0up speeds\u00a0up sped\u00a0up speeding\u00a0up"],
  ["turbocharge turbocharges turbocharged turbocharging", "speed\u00a0up speeds\u00a0up sped\u00a0up speeding\u00a0up"],
  ["streamline streamlines streamlined streamlining", "simplify simplifies simplified simplifying"],
  ["revolutionize revolutionizes revolutionized revolutionizing", "change changes changed changing"],
  ["revolutionise revolutionises revolutionised revolutionising", "change changes changed changing"],
  ["skyrocket skyrockets skyrocketed skyrocketing", "grow grows grew growing"],
  ["incentivize incentivizes incentivized incentivizing", "reward rewards rewarded rewarding"],
  ["delve delves delved delving", "look looks looked looking"],
  ["ideate ideates ideated ideating", "think thinks thought thinking"],
  ["facilitate facilitates facilitated facilitating", "help helps helped helping"],
];

function forms([bad, good]: readonly [string, string]): [RegExp, string][] {
  const plain = good.split(" ");
  return bad
    .split(" ")
    .map((form, index) => [
      new RegExp(`\\b${form}\\b(?! (?:ratio|buyout))`, "gi"),
      (plain[index] ?? form).replaceAll("\u00a0", " "),
    ]);
}

/** Jargon with plain words for it (B14); null: better left out or said otherwise. */
export const jargon: readonly (readonly [RegExp, string | null])[] = [
  ...verbs.flatMap(forms),
  [/\bcutting[- ]edge\b/gi, "new"],
  [/\bbleeding[- ]edge\b/gi, "new"],
  [/\bstate[- ]of[- ]the[- ]art\b/gi, "modern"],
  [/\bnext[- ]gen(?:eration)?\b/gi, "new"],
  [/\bgroundbreaking\b/gi, "new"],
  [/\bdisruptive\b/gi, "new"],
  [/\brobust\b/gi, "solid"],
  [/\bturn[- ]?key\b/gi, "ready"],
  [/\bmission[- ]critical\b/gi, "vital"],
  [/\bdeep dive\b/gi, "close look"],
  [/\blow[- ]hanging fruit\b/gi, "quick wins"],
  [/\bmove the needle\b/gi, "make a difference"],
  [/\bvalue proposition\b/gi, "offer"],
  [/\bpain points\b/gi, "problems"],
  [/\bpain point\b/gi, "problem"],
  [/\bend[- ]to[- ]end\b(?! encr)/gi, "full"],
  [/\b360[- ]degree\b/gi, "full"],
  [/\bout[- ]of[- ]the[- ]box\b/gi, "ready-made"],
  [/\bcore competency\b/gi, "strength"],
  [/\bcore competencies\b/gi, "strengths"],
  [/\bever[- ](?:evolving|changing)\b/gi, "changing"],
  [
    /\bsynerg(?:y|ies|istic)\b|\bparadigm(?: shift)?s?\b|\bgame[- ]chang(?:er|ers|ing)\b|\bbest[- ](?:in[- ]class|of[- ]breed)\b|\bworld[- ]class\b/gi,
    null,
  ],
  [
    /\bseamless(?:ly)?\b|\bfrictionless(?:ly)?\b|\bholistic(?:ally)?\b|\bactionable insights?\b|\bthought leader(?:ship|s)?\b|\bvalue[- ]add(?:ed)?\b(?! tax)/gi,
    null,
  ],
  [
    /\bunlock(?:s|ing)? (?:the |your )?(?:full )?(?:potential|value|growth)\b|\btapestry\b|\bin today[’']s (?:fast[- ]paced|digital|ever[- ]changing|competitive)[^,.]*/gi,
    null,
  ],
  [
    anyOf(
      [
        String.raw`\bone[- ]stop[- ]shop\b|\bwin[- ]win\b|\boperationali[sz](?:e|es|ed|ing)\b`,
        String.raw`\bcut(?:ting)? through the noise\b|\btake (?:it|things|your \p{L}+) to the next level\b`,
        String.raw`\bdata[- ]driven\b`,
      ],
      "giu",
    ),
    null,
  ],
];

/** Words that lists on the web call spam words (B19). */
export const spamWords = anyOf(
  [
    String.raw`100% free|act now|amazing offer|as seen on|best price|big bucks|bonus|buy now|cash|cheap`,
    String.raw`click here|click below|congratulations|dear friend|don[’']t miss|double your`,
    String.raw`earn (?:money|extra)|exclusive deal|extra income|free (?:access|consultation|gift|trial|money)`,
    String.raw`guarantee(?:d|s)?|hurry|incredible deal|instant(?:ly)? (?:access|rich)|limited[- ]time`,
    String.raw`lowest price|make money|miracle|money[- ]back|no (?:catch|cost|obligation|strings attached|risk)`,
    String.raw`offer expires|once in a lifetime|order now|promise you|risk[- ]free|satisfaction|save big`,
    String.raw`special (?:offer|promotion)|this is not spam|urgent|winner|you have been selected`,
  ],
  "gi",
  String.raw`\b*\b`,
);
