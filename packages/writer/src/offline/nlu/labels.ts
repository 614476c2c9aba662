/** What a labelled value is about. */
export type LabelKey =
  | "audience"
  | "product"
  | "pain"
  | "outcome"
  | "proof"
  | "difference"
  | "offer"
  | "ask"
  | "tone"
  | "length"
  | "sender"
  | "company"
  | "subject"
  | "banned"
  | "language"
  | "signoff"
  | "event"
  | "meta";

const labels: readonly (readonly [LabelKey, string])[] = [
  [
    "audience",
    "audience|we sell to|i sell to|sell to|sold to|we write to|prospect list|lead list|contact list|mailing list|list|target audience|target market|targets?|targeting|who|who for|who it's for|who is it for|recipients?|prospects?|icp|ideal customers?|ideal clients?|personas?|buyers?|buyer persona|segment|market|leads?|readers?|reader|to|for|customer profile|target customers?|target group|they are|whom",
  ],
  [
    "product",
    "sell|we sell|i sell|we make|we do|product launch|new product|launch|product|topic|theme|products|our product|product or service|product/service|service|services|what|what we do|what we sell|what we offer|what it is|what it does|what i do|what i sell|solution|our solution|offering|selling|about us|about|us|business|we sell|we do|we offer|we are|the product|tool|what is it|the pitch|pitch|company description|description",
  ],
  [
    "pain",
    "because|pains?|pain points?|their pain|their problem|main pain|main problem|problems?|problem we solve|problem solved|the problem|challenges?|issues?|struggles?|why|why they care|needs?|their needs?|headaches?|biggest headache|frustrations?|situation",
  ],
  [
    "outcome",
    "benefits?|key benefits?|main benefit|outcomes?|value|value prop|value proposition|gain|gains|what they get|how it helps|how we help|advantages?|impact",
  ],
  [
    "proof",
    "who uses it|used by|proof|proof points?|social proof|case stud(?:y|ies)|evidence|references?|results?|numbers|stats?|traction|testimonials?|credibility|success story|success stories|track record|our customers|our clients|existing customers|clients|credentials|example",
  ],
  [
    "difference",
    "usps?|differentiators?|difference|what's different|what makes us different|why us|unique|unique selling point|edge",
  ],
  ["offer", "offer|our offer|special offer|promo|promotion|discount|incentive|deal|price|pricing"],
  [
    "ask",
    "ask|the ask|our ask|cta|call to action|call-to-action|goals?|next step|objective|aim|desired action|request|action|i want|want|purpose",
  ],
  ["tone", "tone|tone of voice|style|voice|vibe|mood"],
  ["length", "length|word count|words|max words|size"],
  ["sender", "sender|my name|from|sent by|sender name|i am"],
  ["company", "company|company name|our company|brand|business name|product name"],
  ["subject", "subject|subject line"],
  ["banned", "avoid|don't use|do not use|never use|banned|banned words|words to avoid|don'ts"],
  ["language", "language"],
  ["signoff", "sign-off|sign off|signature"],
  ["event", "context|background|trigger|occasion|event|timing"],
  ["meta", "notes?|brief|task|details|info|channel|type|format|campaign|email type"],
];

const table = labels.map(([key, words]) => ({
  key,
  pattern: new RegExp(
    `^\\**(?:the |our |my )?(?:${words})\\**\\s*(?:\\([^)]{0,40}\\)\\s*)?(:|=|-(?=\\s))\\**\\s*`,
    "i",
  ),
}));
const short =
  /^(?:to|for|who|what|why|us|about|value|want|from|market|words|i want|i am|we do|we sell|action|style|voice|result|results|service|problem|they are|we are)\b/i;

/**
 * The label a text begins with, and its length. Everyday words ("for", "who") count
 * only with a colon or equals sign, and a dash only at the start of a line.
 */
const bareLabels: readonly (readonly [LabelKey, RegExp])[] = [
  ["audience", /^(?:target )?audience\s+(?!is\b|are\b|of\b|for\b|in\b|should\b|to\b|would\b)(?=\w)/i],
  ["tone", /^tone\s+(?!is\b|of\b|should\b|it\b|down\b|up\b)(?=\w)/i],
  ["pain", /^pain(?: points?)?\s+(?!is\b|are\b|of\b|for\b|in\b|should\b|management\b|relief\b|clinics?\b)(?=\w)/i],
  ["ask", /^cta\s+(?!is\b|should\b|to be\b|be\b)(?=\w)/i],
  [
    "product",
    /^product\s+(?!is\b|are\b|of\b|for\b|in\b|should\b|managers?\b|teams?\b|owners?\b|leads?\b|design\w*\b|leaders?\b|photograph\w*\b)(?=\w)/i,
  ],
];

export function labelAt(
  text: string,
  lineStart: boolean,
): { readonly key: LabelKey; readonly length: number } | undefined {
  for (const { key, pattern } of table) {
    const match = pattern.exec(text);
    if (match === null) continue;
    if (
      match[1] === "-" &&
      (short.test(text) ||
        (!lineStart &&
          !/^(?:the |our )?(?:goal|cta|ask|audience|target|product|pain|problem|proof|tone|usp|offer)\s-/i.test(text)))
    )
      continue;
    return { key, length: match[0].length };
  }
  const bare =
    lineStart && (text.split(/[.;\n]/)[0] ?? text).length < 90
      ? bareLabels.find(([, pattern]) => pattern.test(text))
      : undefined;
  return bare === undefined ? undefined : { key: bare[0], length: bare[1].exec(text)?.[0].length ?? 0 };
}
