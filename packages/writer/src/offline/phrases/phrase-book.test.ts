import { readingGrade } from "@longhand/template";
import { check, detectClaims } from "@longhand/template/checks";
import { expect, test } from "vitest";
import { fillPhrase } from "./choose-phrase.ts";
import { phraseBook } from "./phrase-book.ts";
import type { Phrase } from "./phrase.ts";

const slots = {
  co: "%company|your company%",
  Co: "%company|Your company%",
  auds: "shop owners",
  topic: "late orders",
  pain: "late orders",
  thing: "order trackers",
  thingbare: "order trackers",
  ours: "our order tracker",
  our: "our",
  we: "We",
  iwe: "we",
  verb: "make",
  ask: "a short call",
  act: "try the tool",
  ago: "last week",
  first: "%first_name|there%",
  item: "a free trial",
  line: "we make order trackers.",
  field: "%position|a leader%",
  label: "team size",
};

const filled = (phrase: Phrase): string => fillPhrase(phrase.text, slots);

test("the phrase book holds at least 650 different phrases over every role", () => {
  expect(new Set(phraseBook.map(({ role, tone, text, needs }) => `${role}|${tone}|${needs.join()}|${text}`)).size).toBe(
    phraseBook.length,
  );
  expect(phraseBook.length).toBeGreaterThanOrEqual(650);
});

test("every slot of a phrase can be filled, and no phrase leaves a brace behind", () => {
  expect(phraseBook.filter((phrase) => /[{}]/.test(filled(phrase))).map(({ text }) => text)).toEqual([]);
});

test("phrases read at grade seven or below and hold no long dash", () => {
  const hard = phraseBook.filter(
    (phrase) =>
      phrase.role !== "subject" &&
      readingGrade(filled(phrase).replace(/%\w+\|([^%]*)%/g, "Kite")) > 7.9 &&
      filled(phrase).split(/\s+/).length > 7,
  );
  expect(hard.map(({ text }) => text)).toEqual([]);
  expect(phraseBook.filter(({ text }) => /[—–]/.test(text))).toEqual([]);
});

test("no phrase claims anything by itself", () => {
  const claiming = phraseBook.filter((phrase) => detectClaims(filled(phrase), { names: [] }).length > 0);
  expect(claiming.map(({ text }) => text)).toEqual([]);
});

test("no phrase is a stock opener, a stale follow-up, jargon or a shout", () => {
  const bad = phraseBook.flatMap((phrase) => {
    const subject = phrase.role === "subject" ? filled(phrase) : "Late orders";
    const body =
      phrase.role === "subject" || phrase.role === "greeting"
        ? "Hi there,\n\nOrders run late. We make order trackers.\n\nWould you be open to a call?"
        : phrase.role.startsWith("ask")
          ? `Hi there,\n\nOrders run late. We make order trackers.\n\n${filled(phrase)}`
          : `Hi there,\n\n${filled(phrase)}\n\nWould you be open to a call?`;
    const report = check({ subject, body, kind: "first", leads: [] });
    return report.results
      .filter(
        ({ id, status, severity }) =>
          status === "fail" &&
          (["B13", "B14", "B18", "S04", "V01", "V12"].includes(id) || (id === "B11" && severity === "error")),
      )
      .map(({ id }) => `${id}: ${phrase.text}`);
  });
  expect(bad).toEqual([]);
});

test("every closing question is read as exactly one ask", () => {
  const bad = phraseBook
    .filter(({ role }) => role.startsWith("ask"))
    .filter((phrase) =>
      check({
        subject: "Late orders",
        body: `Hi there,\n\nOrders run late.\n\n${filled(phrase)}\n\nBest,\nSam`,
        kind: "first",
        leads: [],
      }).results.some(({ id, status }) => id === "B07" && status === "fail"),
    );
  expect(bad.map(({ text }) => text)).toEqual([]);
});
