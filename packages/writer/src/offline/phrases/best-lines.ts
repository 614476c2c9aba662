import { phrases } from "./phrase.ts";
import type { Row } from "./phrase.ts";
import type { ToneName } from "../nlu/op.ts";

const tones: readonly ToneName[] = ["neutral", "friendly", "casual", "formal", "direct", "soft"];

/** One text in every tone. */
function all(needs: string, text: string, but: Partial<Record<ToneName, string>> = {}): Row[] {
  return tones.map((tone) => [tone, "s", needs, but[tone] ?? text] as const);
}

/** The plainest line for each place. A first version takes these; the others are for further versions and emails. */
export const bestLines = [
  ...phrases(
    "opener",
    [
      ...all("best pain co", "You may know this from {co}.", {
        casual: "Might sound familiar at {co}.",
        formal: "You may recognize this at {co}.",
        direct: "A short note for {co}.",
        soft: "Perhaps you know this from {co}.",
      }),
      ...all("best topic", "A quick note about {topic} for {co}.", {
        casual: "Quick note about {topic} for {co}.",
        formal: "A brief note on {topic} for {co}.",
        direct: "This is about {topic} for {co}.",
        soft: "A short note about {topic}, in case it is of use at {co}.",
      }),
    ],
    "first",
  ),
  ...phrases("problem", [
    ...all("best pain:base auds", "Many {auds} {pain}.", {
      casual: "Lots of {auds} {pain}.",
      direct: "Too many {auds} {pain}.",
    }),
    ...all("best pain:be auds", "Many {auds} are {pain}.", {
      casual: "Lots of {auds} are {pain}.",
      direct: "Too many {auds} are {pain}.",
    }),
    ...all("best pain:have auds", "Many {auds} have {pain}.", { casual: "Lots of {auds} have {pain}." }),
    ...all("best pain:noun auds", "Many {auds} struggle with {pain}.", {
      casual: "Lots of {auds} struggle with {pain}.",
      direct: "Too many {auds} struggle with {pain}.",
    }),
    ...all("best pain:gerund auds", "For many {auds}, the hard part is {pain}."),
  ]),
  ...phrases("value", [
    ...all("best product:trade after bare", "{we} {verb} {thing}."),
    ...all("best product:trade after says", "{we} {verb} {thing}."),
    ...all("best product:trade alone auds notfor", "{we} {verb} {thing} for {auds}."),
    ...all("best product:trade alone", "{we} {verb} {thing}."),
    ...all("best product:own after", "{ours} can help with that.", { casual: "That's what {ours} is for." }),
    ...all("best product:own alone", "I would like to show you {ours}.", {
      casual: "I'd love to show you {ours}.",
      friendly: "I would love to show you {ours}.",
    }),
    ...all("best product:name after", "We offer {thing}."),
    ...all("best product:name alone auds notfor", "We offer {thing} for {auds}."),
  ]),
  ...phrases(
    "ask-meet",
    all("best", "Would you be open to {ask}?", {
      friendly: "Would you be up for {ask}?",
      casual: "Up for {ask}?",
      formal: "Would you be available for {ask}?",
      direct: "Can we set up {ask}?",
      soft: "If it sounds useful, would you be open to {ask}?",
    }),
  ),
  ...phrases(
    "ask-try",
    all("best", "Would you like {ask}?", {
      casual: "Want {ask}?",
      direct: "Do you want {ask}?",
      soft: "If it sounds useful, would you like {ask}?",
    }),
  ),
  ...phrases(
    "ask-send",
    all("best", "Would you like me to send you {ask}?", {
      casual: "Want me to send you {ask}?",
      formal: "May I send you {ask}?",
      direct: "Shall I send you {ask}?",
      soft: "If it helps, may I send you {ask}?",
    }),
  ),
  ...phrases("ask-do", all("best", "Would you like to {act}?", { casual: "Want to {act}?" })),
  ...phrases(
    "ask-favour",
    all("best", "Could you {act}?", { formal: "Could you please {act}?", casual: "Can you {act}?" }),
  ),
  ...phrases(
    "ask-reply",
    all("best", "Could you reply with a quick yes or no?", { formal: "May I ask you for a short reply?" }),
  ),
  ...phrases(
    "ask-interest",
    all("best", "Would this be worth a short chat?", {
      casual: "Worth a quick chat?",
      formal: "Would this be of interest to you?",
      direct: "Is this worth a short chat?",
    }),
  ),
  ...phrases(
    "ask-referral",
    all("best co", "Who is the right person at {co} to ask about this?", {
      casual: "Who's the best person at {co} to ask?",
      direct: "Who handles this at {co}?",
    }),
  ),
  ...phrases(
    "signoff",
    all("best", "Best,", {
      friendly: "All the best,",
      casual: "Cheers,",
      formal: "Kind regards,",
      soft: "Best wishes,",
    }),
  ),
  ...phrases(
    "bridge",
    all("best co", "I can show you what that would look like at {co}.", {
      casual: "Happy to show you what that'd look like at {co}.",
      friendly: "Happy to show you what that would look like at {co}.",
    }),
  ),
];
