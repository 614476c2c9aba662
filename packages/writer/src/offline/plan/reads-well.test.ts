import { expect, test } from "vitest";
import { isInstruction, readsWell } from "./reads-well.ts";

test.each([
  "Many maintenance heads struggle with a crane that fails without warning stops the quay for a day.",
  "Pay a lot for trash hauling and chefs hate smelly bins.",
  "There is GPS timing chips.",
  "Would a would you like a price be useful?",
  "We offer a paper tubes.",
  "You are writing to marathon organisers.",
])("“%s” does not read well", (text) => {
  expect(readsWell(text)).toBe(false);
});

test.each([
  "A crane that fails without warning stops the quay for a day.",
  "Many florists struggle with late deliveries from wholesalers.",
  "Returns pile up in the stock room.",
  "We offer a reading program for grades 2-4.",
  "A few of our clients run a sales team of their own.",
  "There is no camera, no recording.",
  "Book scanners open old books only 90 degrees.",
])("“%s” reads well", (text) => {
  expect(readsWell(text)).toBe(true);
});

test("words to the writer are instructions, words of the offer are not", () => {
  expect(isInstruction("I want to email office managers at tech companies")).toBe(true);
  expect(isInstruction("We write emails for law firms")).toBe(false);
});
