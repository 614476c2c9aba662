import { expect, test } from "vitest";
import { Conversation } from "../testing/conversation.ts";

/** A brief, and lines its first draft must hold. */
const briefs: readonly (readonly [string, readonly string[]])[] = [
  [
    "Write to heads of maintenance at container ports. We sell vibration sensors for cranes. A crane that fails without warning stops the quay for a day. The port of Esbjerg cut unplanned stops by 40%. Ask for a 15 minute call.",
    [
      "A crane that fails without warning stops the quay for a day.",
      "The port of Esbjerg cut unplanned stops by 40%.",
      "15-minute call?",
    ],
  ],
  [
    "we collect food waste from restaurants with sealed odor-free bins. restaurants pay a lot for trash hauling and chefs hate smelly bins. Nopa saves $400 a month. ask for a free pickup trial",
    [
      "Many restaurants pay a lot for trash hauling and chefs hate smelly bins.",
      "We collect food waste from restaurants with sealed odor-free bins.",
      "Nopa saves $400 a month.",
    ],
  ],
  [
    "Steel distributor here, we deliver cut-to-size sheets in 48 hours to job shops in Ohio. Lead times from their current suppliers have doubled and they stop lines because sheets don't arrive. Get them to send us their next order for a quote.",
    [
      "lead times from their current suppliers have doubled and they stop lines because sheets don't arrive.",
      "Could you send us your next order for a quote?",
    ],
  ],
  [
    "I run a small agency, we do paid ads for physiotherapy clinics. Most clinics waste half their ad budget on people who live too far away. We cut cost per new patient from $90 to $41 for Motion Works in Denver. Want to get them on a quick call next Thursday",
    [
      "Many physiotherapy clinics waste half their ad budget on people who live too far away.",
      "We cut cost per new patient from $90 to $41 for Motion Works in Denver.",
      "a quick call next Thursday?",
    ],
  ],
  [
    "We help beekeepers monitor hive weight remotely so they don't have to drive out to every yard. Ask if it's worth a chat",
    ["you don't have to drive out to every yard.", "Is it worth a chat?"],
  ],
  [
    "Write to CTOs of fintech startups. We're a penetration testing firm called Redgate Labs. They need a SOC 2 pentest report before enterprise deals close and most vendors take 6 weeks. We deliver in 8 business days. Ask them to reply with their deadline.",
    [
      "need a SOC 2 pentest report before enterprise deals close",
      "We are a penetration testing firm called Redgate Labs.",
      "We deliver in 8 business days.",
      "Could you reply with your deadline?",
    ],
  ],
  [
    "Email for parish administrators. Software that handles hall bookings, rotas and invoices in one place. Right now it's all in paper diaries and three spreadsheets. St Mark's in Leeds saves a day a week. Keep it friendly, ask for a short call",
    ["it's all in paper diaries and three spreadsheets.", "St Mark's in Leeds saves a day a week."],
  ],
  [
    "recruiting agency for data engineers, writing to heads of data. their open roles sit for 3+ months. we send 3 vetted people within two weeks. ask if they have a role open right now",
    [
      "Open roles sit for 3+ months.",
      "We send 3 vetted people within two weeks.",
      "Do you have a role open right now?",
    ],
  ],
  [
    "You are writing to marathon organisers. Offer: GPS timing chips that cost 60% less than the old mats. Problem: organisers lose money on mats they use once a year. Ask: would they like a price for their race?",
    [
      "Organisers lose money on mats they use once a year.",
      "GPS timing chips that cost 60% less than the old mats.",
      "Would you like a price for your race?",
    ],
  ],
  [
    "Our drone does roof inspections for insurance adjusters. Adjusters climb 6 roofs a day and it's dangerous. With us a roof takes 8 minutes. State Farm's Tulsa team did 1,200 roofs last year with no injury. Ask for permission to send a sample report.",
    [
      "climb 6 roofs a day and it's dangerous.",
      "State Farm's Tulsa team did 1,200 roofs last year with no injury.",
      "a sample report?",
    ],
  ],
  [
    "To barbershop owners: no-shows cost a chair about 4 hours a week. Our text reminders need no app. Tony's in Queens cut no-shows from 14 to 3 a week. Ask for a yes or no if they want to see it.",
    [
      "No-shows cost a chair about 4 hours a week.",
      "Our text reminders need no app.",
      "Tony's in Queens cut no-shows from 14 to 3 a week.",
    ],
  ],
  [
    "looking to get meetings with property managers of apartment buildings. we install smart leak detectors. burst pipes cost them around $30k per incident and insurance premiums keep going up. greystar piloted it in 3 buildings and had zero floods last winter",
    [
      "burst pipes cost them around $30k per incident and insurance premiums keep going up.",
      "Greystar piloted it in 3 buildings and had zero floods last winter.",
    ],
  ],
  [
    "We help dental practices get more Google reviews. Patients are happy but they never write it down. With a text message after the visit, Dr. Lim's practice in Seattle went from 40 to 310 reviews in a year. Want a call next week.",
    [
      "Patients are happy but they never write it down.",
      "With a text message after the visit, Dr. Lim's practice in Seattle went from 40 to 310 reviews in a year.",
    ],
  ],
];

test.each(briefs)("the first draft of “%s” keeps what was said, whole and in its place", async (brief, lines) => {
  const talk = new Conversation();
  const turn = await talk.say(brief);
  expect(turn.question).toBeNull();
  expect(turn.refused).toEqual([]);
  for (const line of lines) expect(talk.body).toContain(line);
  expect(talk.body.match(/\?/g)).toHaveLength(1);
});

test("a brief told in three turns reads as if told at once", async () => {
  const talk = new Conversation();
  await talk.say(
    "we make a scheduling app called ToothTrack that tells labs which case is due when. for dental lab owners",
  );
  await talk.say("yeah they lose about 5 remakes a week because cases get mixed up.");
  await talk.say("ask for a demo");
  expect(talk.body).toContain("Many dental lab owners lose about 5 remakes a week because cases get mixed up.");
  expect(talk.body).toContain("a scheduling app called ToothTrack that tells labs which case is due when.");
  expect(talk.subject).toContain("ToothTrack");
  expect(talk.body).toContain("a demo?");
});

test("subjects name the trouble in the user's own nouns", async () => {
  const talk = new Conversation();
  await talk.say(briefs[0]?.[0] ?? "");
  expect(talk.subject).toBe("Crane failures");
});

test("a trouble told after the first draft is not lost, whatever words it is told in", async () => {
  const talk = new Conversation();
  await talk.say("our hydroponic towers let restaurants grow herbs in the dining room");
  await talk.say("herbs wilt within two days and half of them are thrown away. noma has 12 towers");
  expect(talk.body).toContain("Herbs wilt within two days and half of them are thrown away.");
  expect(talk.body).toContain("Noma has 12 towers.");
});
