import type { ToneName } from "./op.ts";

const tones: readonly (readonly [ToneName, RegExp])[] = [
  [
    "soft",
    /\b(?:soft(?:er)?|gentle(?:r)?|humble(?:r)?|low[- ]key|less (?:salesy|pushy|sales-y|aggressive|direct|promotional|markety|needy|forward|bold|in your face|hard sell|spammy|desperate)|(?:not|isn't|without being|avoid being|don't be|don't sound|doesn't sound|nothing|not sound|not be|never|not too|not so|non)[- ](?:too |so |that |overly |sound(?:ing)? )?(?:salesy|pushy|aggressive|sales-y|spammy|needy)|no[- ]pressure|subtle(?:r)?|tone (?:it )?down|dial (?:it )?(?:down|back)|mild(?:er)?|low[- ]pressure|modest|careful)\b/i,
  ],
  [
    "casual",
    /\b(?:casual(?:ly)?|informal|chill|relaxed|laid[- ]back|conversational|playful|fun(?:ny|nier)?|witty|humorous|light(?:er|hearted)?|less (?:formal|stiff|corporate|stuffy|professional|serious)|loose(?:r)?|more natural|everyday|easygoing|breezy|not (?:so |too )?(?:formal|corporate|stiff))\b/i,
  ],
  [
    "friendly",
    /\b(?:friendl(?:y|ier)|warm(?:er|ly|th)?|personable|more personal|more human|humane|human|kind(?:er)?(?! of)|nicer|empathetic|approachable|cheerful|upbeat|enthusiastic|less (?:cold|robotic|harsh|dry|blunt|abrupt)|neighbourly|neighborly)\b/i,
  ],
  [
    "formal",
    /\b(?:formal(?:ly)?|professional(?:ly)?|polite(?:r)?|respectful|corporate|serious|businesslike|business-like|less (?:casual|informal|chatty|jokey|playful|friendly)|conservative|courteous|elegant|official|buttoned[- ]up|executive tone|mature)\b/i,
  ],
  [
    "direct",
    /\b(?:direct(?!or|ory|ions?|ly to)(?:ly)?|blunt(?:er)?|straight(?:forward| to the point|er)?|to the point|punch(?:y|ier)|confident|bold(?:er)?|assertive|stronger|snapp(?:y|ier)|crisp(?:er)?|sharp(?:er)?|no[- ]nonsense|matter[- ]of[- ]fact|less (?:wordy|fluffy|soft|vague|wishy-washy|hesitant|chatty)|no fluff|without fluff|urgent|urgency|stronger|energetic)\b/i,
  ],
  ["neutral", /\b(?:neutral|normal tone|balanced|plain tone|standard tone)\b/i],
];

/** The tone that words ask for, with the words that say so. "Less formal" is casual. */
export function readTone(text: string): { readonly tone: ToneName; readonly said: string } | undefined {
  for (const [tone, pattern] of tones) {
    const match = pattern.exec(text);
    if (match !== null) return { tone, said: match[0] };
  }
  return undefined;
}

const opposite: readonly (readonly [RegExp, ToneName])[] = [
  [/\b(?:formal|stiff|corporate|professional|serious|stuffy|dry|boring tone)\b/i, "casual"],
  [/\b(?:cold|robotic|harsh|blunt|abrupt|rude|impersonal|distant|mechanical|direct)\b/i, "friendly"],
  [/\b(?:casual|informal|chatty|jokey|playful|sloppy|familiar|friendly|laid[- ]back)\b/i, "formal"],
  [
    /\b(?:pushy|salesy|sales-y|aggressive|needy|desperate|spammy|markety|promotional|forward|strong|hard|hyped?|bold|sleazy|cheesy)\b/i,
    "soft",
  ],
  [/\b(?:soft|weak|vague|timid|wishy-washy|hesitant|apologetic|polite|wordy tone|meek|passive)\b/i, "direct"],
];

/** What "too pushy" asks for: the opposite tone. */
export function readComplaintTone(text: string): ToneName | undefined {
  return opposite.find(([pattern]) => pattern.test(text))?.[1];
}
