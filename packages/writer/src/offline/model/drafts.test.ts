import { renderSample, splitSentences } from "@longhand/template";
import { check } from "@longhand/template/checks";
import { describe, expect, test } from "vitest";
import { briefs } from "../testing/briefs.ts";
import { Conversation } from "../testing/conversation.ts";
import { wordCount } from "../plan/sentence.ts";

const figures = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
const spoken = new Set(["15", "10"]);

describe.each(briefs.map((brief, index) => [index, brief] as const))("brief %i", (index, brief) => {
  test("gets a draft in one turn that passes the gate and asks for one thing", async () => {
    const talk = new Conversation({ node: `node-${index}` });
    const turn = await talk.say(brief);
    expect(turn.draft, turn.reply).not.toBeNull();
    const report = check({
      subject: talk.subject,
      body: talk.body,
      kind: "first",
      leads: talk.leads,
      sender: talk.state.campaign.sender,
      skeleton: talk.state.session.skeleton?.skeleton ?? null,
      block_spans: talk.state.session.draft?.block_spans ?? [],
    });
    const failing = report.results.filter(
      ({ id, status, severity }) =>
        status === "fail" && severity === "error" && !["B16", "P01", "P02", "L05", "L06"].includes(id),
    );
    expect(failing.map(({ id, message }) => `${id} ${message}`)).toEqual([]);
    expect(report.results.find(({ id }) => id === "B07")?.status).toBe("pass");
    const words = wordCount(renderSample(talk.body));
    expect(words).toBeGreaterThanOrEqual(25);
    expect(words).toBeLessThanOrEqual(125);
  });

  test("holds no figure, token or command that was not given to it", async () => {
    const talk = new Conversation({ node: `other-${index}` });
    await talk.say(brief);
    const given = new Set(figures(brief));
    expect(
      figures(talk.body.replace(/%[^%]*%/g, "")).filter((figure) => !given.has(figure) && !spoken.has(figure)),
    ).toEqual([]);
    expect(talk.body).not.toMatch(/[{}⟦⟧]|\b(?:undefined|null)\b|\u0001|&&| {2}|\s[,.?]|\.\./);
    expect(talk.body).not.toMatch(/\b(?:write (?:a|an|me)|cta|draft an|please write|target audience)\b/i);
    for (const { text } of splitSentences(talk.body)) expect(text).toMatch(/^(?:[\p{Lu}\p{N}%“"'])/u);
  });
});

test("the same words make the same draft, byte for byte", async () => {
  const texts = await Promise.all(
    [1, 2].map(async () => {
      const talk = new Conversation();
      await talk.say(briefs[0] ?? "");
      await talk.say("more casual, and a new subject");
      return JSON.stringify([talk.subject, talk.body, talk.state.session.skeleton]);
    }),
  );
  expect(texts[0]).toBe(texts[1]);
});

test("a campaign of four emails repeats no phrase and no sentence", async () => {
  for (const [index, brief] of briefs.slice(0, 12).entries()) {
    const others: {
      place: number;
      subject: string;
      body: string;
      purpose: null;
      brief: Conversation["state"]["session"]["brief"];
      notes: Conversation["state"]["session"]["draft"] extends infer D
        ? D extends { notes: infer N }
          ? N
          : null
        : null;
    }[] = [];
    const phrases: string[] = [];
    const sentences: string[] = [];
    for (let place = 1; place <= 4; place++) {
      const talk = new Conversation({
        node: `seq-${index}-${place}`,
        place,
        emails: 4,
        days: place === 1 ? 0 : 4,
        others,
      });
      const turn = await talk.say(place === 1 ? brief : place === 4 ? "write the last email" : "write the follow-up");
      expect(turn.draft, `${brief}\n${turn.reply}`).not.toBeNull();
      const notes = talk.state.session.draft?.notes ?? null;
      const ids = [...JSON.stringify(notes).matchAll(/"phrase":"((?!greeting|signoff)[^"]+)"/g)].map(
        (match) => match[1] ?? "",
      );
      expect(ids.filter((id) => phrases.includes(id))).toEqual([]);
      phrases.push(...ids);
      const own = splitSentences(talk.body)
        .map(({ text }) => text)
        .filter((text) => !/^(?:Hi|Hey|Hello|Best|%sender)/.test(text) && text.split(" ").length > 3);
      expect(own.filter((text) => sentences.includes(text))).toEqual([]);
      sentences.push(...own);
      others.push({
        place,
        subject: talk.subject,
        body: talk.body,
        purpose: null,
        brief: talk.state.session.brief,
        notes,
      });
    }
  }
});

test("the plan behind a draft has a slot with a fallback that stands in the draft, and a sample without variables", async () => {
  const talk = new Conversation();
  await talk.say(briefs[0] ?? "");
  const skeleton = talk.state.session.skeleton?.skeleton;
  const block = skeleton?.blocks.find(({ id }) => skeleton.body.includes(`&&${id}:`));
  expect(block?.personalization.fallback).not.toBe("");
  expect(talk.body).toContain(block?.personalization.fallback);
  expect(skeleton?.example_body).not.toMatch(/%\w|&&/);
});
