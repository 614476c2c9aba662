import { wordCount } from "../plan/sentence.ts";
import { expect, test } from "vitest";
import { Conversation } from "../testing/conversation.ts";

const briefs = [
  "Write to dental labs. We sell order tracking software. Their problem: dentists phone all day to ask where a crown is. Brix Dental cut calls by 40% in two months. Our tool takes one afternoon to set up. Ask for a 15-minute call.",
  "First email for bakery owners. We rent out ovens. Ovens break at 4 am and no repair comes before noon. We swap a broken oven within six hours. The bakery Lund in Esbjerg lost no oven last winter. Ask if they want the Esbjerg story.",
];
const wishes = [
  "Write a follow-up to the first email",
  "Follow up on email 1 with one new proof",
  "A shorter nudge that refers to email 1",
  "bump",
  "follow up please, ask for a call",
];

const plain = (text: string): string => text.replace(/%[\w.]+\|([^%]*)%/g, "$1");
const sentences = (body: string): string[] =>
  plain(body)
    .split(/\n+|(?<=[.?!])\s+/)
    .map((text) => text.trim().toLowerCase())
    .filter((text) => wordCount(text) > 3);

async function firstOf(brief: string): Promise<Conversation> {
  const talk = new Conversation({ node: "one" });
  await talk.say(brief);
  return talk;
}

function laterThan(first: Conversation, place: number): Conversation {
  const { draft, brief } = first.state.session;
  return new Conversation({
    node: "later",
    place,
    days: 4,
    others: [{ place: 1, subject: first.subject, body: first.body, purpose: null, brief, notes: draft?.notes ?? null }],
  });
}

test("a follow-up of 40 to 70 words rests on the first email's brief and repeats none of its sentences", async () => {
  for (const brief of briefs) {
    const first = await firstOf(brief);
    for (const wish of wishes) {
      const talk = laterThan(first, 2);
      const turn = await talk.say(wish);
      expect(turn.refused, wish).toEqual([]);
      expect(turn.reply, wish).not.toMatch(/first emails|for emails?\b|did not understand/i);
      expect(talk.state.session.brief.audience?.value, wish).toBe(first.state.session.brief.audience?.value);
      expect(wordCount(plain(talk.body)), wish).toBeGreaterThanOrEqual(40);
      expect(wordCount(plain(talk.body)), wish).toBeLessThanOrEqual(70);
      expect(talk.body, wish).toMatch(/\b(?:note|wrote|email|message|again)\b/i);
      expect(
        sentences(talk.body).filter((text) => sentences(first.body).includes(text)),
        wish,
      ).toEqual([]);
    }
  }
});

test("a follow-up asks for what it is told to, else again for what the first email asks", async () => {
  const first = await firstOf(briefs[1] ?? "");
  const again = laterThan(first, 2);
  await again.say("bump");
  expect(again.body).toMatch(/Esbjerg story\?/);
  const told = laterThan(first, 2);
  await told.say("follow up please, ask for a call");
  expect(told.body).toMatch(/\bcall\?/);
});

test("a goodbye stays short, and a follow-up to nothing asks one question", async () => {
  const bye = laterThan(await firstOf(briefs[0] ?? ""), 3);
  await bye.say("short goodbye email");
  expect(wordCount(plain(bye.body))).toBeLessThan(40);
  for (const wish of wishes) {
    const turn = await new Conversation({ place: 2 }).say(wish);
    expect(turn.draft, wish).toBeNull();
    expect(turn.question, wish).toMatch(/\?$/);
  }
});

test("shorter takes about a quarter, keeps the trouble and the result where fillers are enough, and leaves no line leaning on a lost one", async () => {
  const talk = await firstOf(briefs[0] ?? "");
  const before = wordCount(plain(talk.body));
  await talk.say("shorter");
  const after = wordCount(plain(talk.body));
  expect(after / before).toBeLessThanOrEqual(0.85);
  expect(after / before).toBeGreaterThanOrEqual(0.55);
  expect(talk.body).toContain("where a crown is");
  expect(talk.body).toContain("40%");
  const tracked = new Conversation({ node: "lab" });
  await tracked.say(
    "Write to dental labs. LabTrack is order tracking software. Their problem: dentists phone all day to ask where a crown is. Ask for a call.",
  );
  await tracked.say("under 22 words");
  expect(tracked.body).not.toMatch(/where a crown is/);
  expect(tracked.body).toMatch(/LabTrack is order tracking software(?! built for this)/);
});

test('"instead" behind a changed ask is no part of it', async () => {
  const talk = await firstOf(briefs[0] ?? "");
  await talk.say("ask whether they would like the Lund story instead");
  expect(talk.body).toContain("Would you like the Lund story?");
  expect(talk.state.session.brief.ask?.value).not.toMatch(/instead/);
  await talk.say("ask if they use paper instead of software");
  expect(talk.body).toContain("paper instead of software?");
});
