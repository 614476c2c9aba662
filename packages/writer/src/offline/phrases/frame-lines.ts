import { phrases } from "./phrase.ts";

/** Greetings and sign-offs. */
export const frameLines = [
  ...phrases("greeting", [
    ["neutral", "s", "", "Hi {first},"],
    ["friendly", "s", "", "Hi {first},"],
    ["casual", "s", "", "Hey {first},"],
    ["formal", "s", "", "Good day {first},"],
    ["formal", "s", "", "Hello {first},"],
    ["direct", "s", "", "Hi {first},"],
    ["soft", "s", "", "Hi {first},"],
  ]),
  ...phrases("signoff", [
    ["neutral", "s", "", "Best,"],
    ["neutral", "s", "", "Best wishes,"],
    ["friendly", "s", "", "All the best,"],
    ["friendly", "s", "", "Warm wishes,"],
    ["casual", "s", "", "Cheers,"],
    ["casual", "s", "", "Thanks,"],
    ["formal", "s", "", "Kind regards,"],
    ["formal", "s", "", "Best regards,"],
    ["direct", "s", "", "Best,"],
    ["direct", "s", "", "Thanks,"],
    ["soft", "s", "", "With best wishes,"],
    ["soft", "s", "", "All the best,"],
  ]),
];

/** Subject lines, two to five words with a company name in them. */
export const subjects = phrases("subject", [
  ["neutral", "s", "topic co", "{topic} at {co}"],
  ["neutral", "s", "topic co", "{topic} for {co}"],
  ["neutral", "s", "topic", "a thought on {topic}"],
  ["neutral", "s", "topic", "about {topic}"],
  ["neutral", "s", "topic", "{topic}, in short"],
  ["neutral", "s", "topic", "an idea on {topic}"],
  ["neutral", "s", "topic co", "{co} and {topic}"],
  ["neutral", "s", "co", "idea for {co}"],
  ["neutral", "s", "topic", "note on {topic}"],
  ["neutral", "s", "co", "a note for {co}"],
  ["neutral", "s", "topic", "{topic}: one idea"],
  ["friendly", "s", "topic", "{topic}, made easier"],
  ["friendly", "s", "co", "a small idea for {co}"],
  ["casual", "s", "topic", "{topic}?"],
  ["casual", "s", "topic co", "{topic} over at {co}"],
  ["formal", "s", "topic", "regarding {topic}"],
  ["formal", "s", "topic co", "{topic} at {co}"],
  ["direct", "s", "topic", "{topic}"],
  ["direct", "s", "topic co", "{topic} for {co}"],
  ["soft", "s", "topic", "a question on {topic}"],
  ["soft", "s", "topic", "perhaps useful: {topic}"],
]);

/** Lines around things that a person asks to mention. */
export const extras = [
  ...phrases("mention", [
    ["neutral", "s", "offer", "We also offer {item}."],
    ["neutral", "s", "offer", "There is {item} as well."],
    ["casual", "s", "offer", "We've also got {item}."],
    ["formal", "s", "offer", "We are also able to offer {item}."],
    ["neutral", "s", "have", "We also have {item}."],
    ["neutral", "s", "cover", "{item} is covered too."],
    ["neutral", "s", "topic", "I can also tell you more about {item}."],
    ["friendly", "s", "topic", "I am glad to tell you more about {item} as well."],
    ["casual", "s", "topic", "Happy to say more about {item} too."],
    ["formal", "s", "topic", "I can also provide details on {item}."],
    ["direct", "s", "topic", "Also worth a word: {item}."],
    ["soft", "s", "topic", "If it helps, I can also share more about {item}."],
  ]),
  ...phrases("ps", [
    ["neutral", "s", "topic", "P.S. I can say more about {item} if that helps."],
    ["neutral", "s", "offer", "P.S. We also offer {item}."],
    ["neutral", "s", "none co", "P.S. If someone else looks after this at {co}, I am glad to write to them."],
    ["casual", "s", "none co", "P.S. If this is someone else's job at {co}, no problem at all."],
    ["formal", "s", "none co", "P.S. If a colleague at {co} is responsible for this, I will gladly write to them."],
    ["soft", "s", "none", "P.S. If the timing is off, that is fine."],
    ["direct", "s", "none", "P.S. It is quick to explain."],
  ]),
  ...phrases("variable", [
    ["neutral", "s", "position", "This may sound familiar in your role as {field}."],
    ["neutral", "s", "position", "You may know this well as {field}."],
    ["casual", "s", "position", "Might ring a bell in your role as {field}."],
    ["formal", "s", "position", "This may concern you in your role as {field}."],
    ["direct", "s", "position", "This is for you as {field}."],
    ["neutral", "s", "company", "This may sound familiar at {field}."],
    ["neutral", "s", "company", "It could work the same way at {field}."],
    ["neutral", "s", "headline", "This line of yours fits well here: {field}."],
    ["neutral", "s", "number", "With {label} of {field}, this may come up often."],
    ["neutral", "s", "custom", "I wrote this with {label} in mind: {field}."],
  ]),
];
