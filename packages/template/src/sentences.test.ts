import { expect, test } from "vitest";
import { countSyllables, countWords, isEnglish, readingGrade } from "./reading.ts";
import { splitSentences } from "./sentences.ts";

const split = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);

test.each<[string, string[]]>([
  ["Dr. Li met Mr. Ott. They spoke.", ["Dr. Li met Mr. Ott.", "They spoke."]],
  ["We work with Kite Inc. and others. Good.", ["We work with Kite Inc. and others.", "Good."]],
  ["It runs at Kite Inc. They like it.", ["It runs at Kite Inc.", "They like it."]],
  ["Call at 9 a.m. Tuesday. Or not.", ["Call at 9 a.m. Tuesday.", "Or not."]],
  ["It costs 3.5 euros. Fine.", ["It costs 3.5 euros.", "Fine."]],
  ["See kite.io/x.html now. Fine!", ["See kite.io/x.html now.", "Fine!"]],
  ["No. 5 is alive. No. It is not.", ["No. 5 is alive.", "No.", "It is not."]],
  ["J. R. Smith wrote. Really?! Yes.", ["J. R. Smith wrote.", "Really?!", "Yes."]],
  ["Well... maybe. So… Then go.", ["Well... maybe.", "So…", "Then go."]],
  ["Tools, e.g. Excel, help. i.e. a lot.", ["Tools, e.g. Excel, help.", "i.e. a lot."]],
  ["He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]],
  ["1. One thing\n2. Another thing", ["1. One thing", "2. Another thing"]],
  ["Hi Anna,\nI saw it.", ["Hi Anna,", "I saw it."]],
  [
    "This line was wrapped by a program that thinks in columns and\nit goes on here.",
    ["This line was wrapped by a program that thinks in columns and\nit goes on here."],
  ],
  ["P.S. One more. Bye", ["P.S. One more.", "Bye"]],
  ["hey. short ones too. ok?", ["hey.", "short ones too.", "ok?"]],
  ["Hi %first_name|St. John%. %company% grows.", ["Hi %first_name|St. John%.", "%company% grows."]],
  ["", []],
])("%j splits into %j", (text, sentences) => {
  expect(split(text)).toEqual(sentences);
});

test("paragraphs are counted by empty lines", () => {
  expect(splitSentences("One. Two.\n\nThree.\nFour.\r\n\r\nFive.").map(({ paragraph }) => paragraph)).toEqual([
    0, 0, 1, 1, 2,
  ]);
});

test("words are what a count by hand gives", () => {
  expect([
    countWords("Hi Anna, it's a well-known thing — really."),
    countWords(" "),
    countWords("40 % at https://kite.io"),
  ]).toEqual([7, 0, 3]);
});

test("syllables agree with dictionaries for nine words in ten", () => {
  const words: readonly (readonly [string, number])[] = [
    ["the", 1],
    ["invoice", 2],
    ["invoices", 3],
    ["company", 3],
    ["meeting", 2],
    ["finance", 2],
    ["customer", 3],
    ["reminder", 3],
    ["reminders", 3],
    ["evening", 2],
    ["month", 1],
    ["people", 2],
    ["little", 2],
    ["table", 2],
    ["time", 1],
    ["times", 1],
    ["used", 1],
    ["wanted", 2],
    ["needed", 2],
    ["worked", 1],
    ["watches", 2],
    ["closes", 2],
    ["changed", 1],
    ["manager", 3],
    ["organization", 5],
    ["automatically", 6],
    ["receive", 2],
    ["because", 2],
    ["question", 2],
    ["science", 2],
    ["being", 2],
    ["create", 2],
    ["idea", 3],
    ["software", 2],
    ["useful", 2],
    ["before", 2],
    ["every", 2],
    ["voice", 1],
    ["quarter", 2],
    ["queue", 1],
    ["international", 5],
    ["simple", 2],
    ["happened", 2],
    ["asked", 1],
    ["spreadsheet", 2],
    ["people's", 2],
    ["years", 1],
    ["actually", 4],
    ["team", 1],
    ["area", 3],
  ];
  const wrong = words
    .filter(([word, syllables]) => countSyllables(word) !== syllables)
    .map(([word]) => `${word} ${countSyllables(word)}`);
  expect(wrong.slice(5)).toEqual([]);
});

test("English is told from other languages by its small words", () => {
  expect(isEnglish("Most finance teams chase late invoices by hand, and it eats their evenings.")).toBe(true);
  expect(isEnglish("Viele Teams jagen offenen Rechnungen hinterher und verlieren dabei ganze Abende.")).toBe(false);
  expect(isEnglish("Beaucoup d'équipes passent leurs soirées à relancer des factures.")).toBe(false);
});

test("the grade rises with longer words and sentences, and a text without words has none", () => {
  expect(readingGrade("The cat sat. The dog ran.")).toBe(0);
  expect(readingGrade("We help teams get paid on time without the awkward calls.")).toBeLessThan(6);
  expect(
    readingGrade("Organizational accountability necessitates comprehensive reconciliation methodologies."),
  ).toBeGreaterThan(20);
  expect(readingGrade("!!!")).toBe(0);
});
