import { expect, test } from "vitest";
import type { Block } from "../skeleton.ts";
import { check } from "./check.ts";

const cases: readonly (readonly [number, string])[] = [
  [1, "Do you still chase invoices by hand?\n\nKite does it for you.\n\nWorth a quick chat?"],
  [1, "How does your team handle month-end today?"],
  [1, 'Kite reminds late payers for you. Reply "yes" and I\'ll send a short video.'],
  [1, "Kite reminds late payers for you.\n\nOpen to a call next week? If so, let me know what day works."],
  [1, "Kite reminds late payers for you.\n\nWould Tuesday or Wednesday work for a short call?"],
  [
    3,
    "Kite reminds late payers for you.\n\nWould you be open to a call? Or should I talk to someone else on your team?\n\nP.S. Here is a checklist. Download it before Friday.",
  ],
  [
    2,
    "Kite reminds late payers.\n\nCan I send you a one-page summary?\n\nIt has been useful to others. Also, who looks after billing at your company?",
  ],
  [
    2,
    "Worth a call next week?\n\nMeanwhile it runs by itself. Nothing to do.\n\nPlease forward this to your head of finance.",
  ],
  [
    1,
    "What if reminders wrote themselves? What would your team do with the time? Kite makes that happen.\n\nWant me to send a sample?",
  ],
  [0, "Kite reminds late payers for you. It is quick to set up."],
  [1, "Kite reminds late payers for you. Happy to send over an example."],
  [1, "Kite reminds late payers. I'd love to show you how it works.\n\nAre you free on Thursday?"],
  [1, "Ever lost an evening to spreadsheets? Most teams have.\n\nIs this something you're looking at this year?"],
  [
    1,
    'Sound familiar? It does to most.\n\nIf it does, would a five-minute walkthrough help?\n\nIf you\'d rather not hear from me, just reply "no".',
  ],
  [1, "Kite reminds late payers.\n\nShould I send over how Lumen set it up?"],
  [1, "Kite reminds late payers.\n\nLet me know if you'd like to see it with your own data."],
  [1, "Kite reminds late payers.\n\nMind if I send a few details?"],
  [1, "Kite reminds late payers.\n\nIs month-end something you're trying to fix this quarter?"],
  [1, "Kite reminds late payers.\n\nHow are you dealing with late payers today?"],
  [1, "Kite reminds late payers.\n\nDoes it make sense to talk?"],
  [1, "Kite reminds late payers.\n\nCould you point me to the right person?"],
  [1, "Kite reminds late payers.\n\nAre you the right person to ask about this? If not, who is?"],
  [1, "Kite reminds late payers.\n\nGrab a slot here: https://cal.com/kite"],
  [
    2,
    "Kite reminds late payers.\n\nCan I send a sample?\n\nOr book a call with me next week and we will look at your numbers together.",
  ],
  [
    1,
    "Who chases late invoices at your company? At most places it is whoever has time.\n\nCould I show you another way?",
  ],
  [1, "Quick question: who owns onboarding at your company?"],
  [1, "Kite reminds late payers.\n\nIf that sounds useful, reply and I'll set it up."],
  [1, "Kite reminds late payers.\n\nWhat do you think?"],
  [1, "Kite reminds late payers.\n\nI'd like to ask for 15 minutes next week."],
  [1, "Kite reminds late payers.\n\nInterested?"],
  [1, "Kite reminds late payers.\n\nWorth exploring?"],
  [1, "Kite reminds late payers.\n\nOpen to learning more?"],
  [1, "Kite reminds late payers.\n\nWould it be crazy to compare notes for 10 minutes?"],
  [1, "Kite reminds late payers.\n\nCurious to hear how your team does this today. Do you use a tool for it?"],
  [2, "Want to see a demo? Could you also tell me who runs billing?"],
  [2, "Would you have 15 minutes this week? Can you share your current numbers as well?"],
  [
    1,
    "Can your team answer a customer within an hour? Most can't, and it costs them deals.\n\nWe built a shared inbox.\n\nCan I show you?",
  ],
  [1, "Why do new reps take so long to ramp? Because nobody has time to coach.\n\nWe fixed that.\n\nOpen to a look?"],
  [1, "You are busy, so I will be short. Kite reminds late payers.\n\nShall I send the two-minute version?"],
  [1, "Would your team notice if a customer left tomorrow? Many would not.\n\nCould I show you how we spot it early?"],
  [0, "This is my last email. I won't write again. Thanks for reading."],
  [1, "Should I close your file? No hard feelings either way."],
  [
    1,
    "If reminders are not a priority right now, just tell me and I'll stop writing.\n\nIf they are, would a short call help?",
  ],
  [1, "Let's find 15 minutes next week."],
  [1, "Kite reminds late payers.\n\nHow about a quick call on Thursday at 10?"],
  [1, "Kite reminds late payers.\n\nCan we talk this week or next?"],
  [1, "Kite reminds late payers.\n\nFeel free to grab the guide here."],
  [1, "See how other teams do it? Here's a short list.\n\nWould you like the list?"],
  [1, "Kite reminds late payers.\n\nIs it worth a conversation, or have you already solved it?"],
  [1, "Kite reminds late payers.\n\nIs now a bad time to bring this up?"],
  [1, "Kite reminds late payers.\n\nCould this help your team?"],
  [1, "Kite reminds late payers.\n\nUp for it?"],
  [2, "Kite reminds late payers.\n\nWould you like to see a demo? Can I add you to our newsletter?"],
  [3, "Would you like a demo?\n\nAlso, could you introduce me to your CFO?\n\nAnd please fill in the survey."],
  [1, "Kite reminds late payers.\n\nWould it be alright if I sent a short example?"],
  [1, "Kite reminds late payers.\n\nDo you have ten minutes on Tuesday? I can work around your calendar."],
  [1, "Kite reminds late payers.\n\nHappy to share the checklist if it helps. Should I send it over?"],
  [0, "Reply to customers in one click. Book more meetings with less work. Answer tickets before lunch."],
  [0, "Find every unpaid invoice in one place. Watch them get paid while you sleep. See who is late at a glance."],
  [1, "Do your reps share notes? Few do. Forward-looking teams record them.\n\nIs that on your list this year?"],
  [
    2,
    "Kite reminds late payers.\n\nCan I send a sample?\n\nBest of luck with the quarter. P.S. Would you also join our webinar?",
  ],
];

function asksOf(body: string, blocks: readonly (readonly [Block["role"], string])[] = []): unknown {
  const personalization = { fields: [], approach: "", fallback: "" };
  const skeleton = {
    subject: "x",
    body,
    example_subject: "",
    example_body: "",
    blocks: blocks.map(([role], index) => ({ id: `b${index}`, role, name: role, strategy: role, personalization })),
  };
  const block_spans = blocks.map(([, text], index) => ({
    block_id: `b${index}`,
    from: body.indexOf(text),
    to: body.indexOf(text) + text.length,
  }));
  const extra = blocks.length === 0 ? {} : { skeleton, block_spans };
  return check({ subject: "x", body, kind: "first", ...extra }).results.find(({ id }) => id === "B07")?.got;
}

test.each(cases)("%i asks are counted in %j", (asks, body) => {
  expect(asksOf(`Hi %first_name|there%,\n\n${body}\n\nBest,\nSam`)).toBe(asks);
});

test("a question in an opener or problem block is no ask, whatever it sounds like", () => {
  const problem = "Is this something you still do by hand?";
  const body = `${problem}\n\nKite does it for you.\n\nShall I send a sample?`;
  expect(
    asksOf(body, [
      ["problem", problem],
      ["ask", "Shall I send a sample?"],
    ]),
  ).toBe(1);
});

test("a question in an ask block is an ask, whatever it sounds like", () => {
  const body = "Kite does it for you.\n\nWhat would you do with the time?";
  expect(
    asksOf(body, [
      ["value", "Kite does it for you."],
      ["ask", "What would you do with the time?"],
    ]),
  ).toBe(1);
});
