import { expect, test } from "vitest";
import { readAsk } from "../nlu/read-ask.ts";
import { parseAsk } from "./parse-ask.ts";

test.each([
  ["Ask if it's worth a chat", { kind: "question", text: "Is it worth a chat?" }],
  ["would they like a price for their race?", { kind: "question", text: "Would you like a price for your race?" }],
  ["can we show it to them on their own data?", { kind: "question", text: "Can we show it to you on your own data?" }],
  [
    "Ask whether hiring is on their agenda this quarter",
    { kind: "question", text: "Is hiring on your agenda this quarter?" },
  ],
  [
    "Ask if a pilot on one ward would be realistic this year",
    { kind: "question", text: "Would a pilot on one ward be realistic this year?" },
  ],
  ["ask if they would like the Esbjerg story instead", { kind: "question", text: "Would you like the Esbjerg story?" }],
  ["ask: which tube size do they use most?", { kind: "question", text: "Which tube size do you use most?" }],
  ["Want to get them on a quick call next Thursday", { kind: "meet", thing: "a quick call next Thursday" }],
  ["a reply with their floor plan", { kind: "favour", act: "reply with your floor plan" }],
  [
    "ask for their website so i can do a free audit",
    { kind: "favour", act: "send me your website so I can do a free audit" },
  ],
  ["Ask them to send artwork for a free proof", { kind: "favour", act: "send artwork for a free proof" }],
  ["Ask to share a 3-page sample report", { kind: "send", thing: "a 3-page sample report" }],
  ["Ask for permission to send a sample report", { kind: "send", thing: "a sample report" }],
  ["offer a two week loan of 4 probes", { kind: "try", thing: "a two-week loan of 4 probes" }],
  ["intro to whoever runs repairs", { kind: "favour", act: "introduce me to whoever runs repairs" }],
  [
    "ask for the name of the person responsible for IT security",
    { kind: "favour", act: "tell me the name of the person responsible for IT security" },
  ],
] as const)("“%s” is asked as it was said", (said, spec) => {
  expect(parseAsk(readAsk(said) ?? said.replace(/^ask: /, ""))).toEqual(spec);
});
