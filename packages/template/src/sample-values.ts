import { customKey } from "./names.ts";
import { parse } from "./parse.ts";
import { render } from "./render.ts";
import type { Values } from "./values.ts";

/** A middling value per built-in variable: lengths as they are in the wild, so that counts mean something. */
const typical: Readonly<Record<string, string>> = {
  first_name: "Anna",
  last_name: "Miller",
  full_name: "Anna Miller",
  email: "anna@northwind.example",
  company: "Northwind",
  position: "Finance Lead",
  headline: "Finance lead at Northwind",
  linkedin_url: "https://linkedin.com/in/anna-miller",
  sender_first: "Sam",
  sender_last: "Reed",
  sender_name: "Sam Reed",
  sender_position: "Founder",
  sender_company: "Kite",
  sender_email: "sam@kite.example",
};

/** Values for counting words, length and grade without a lead: one ordinary word for anything custom, unknown names included. */
export const sampleValues: Values = {
  get(name) {
    return Object.hasOwn(typical, name) ? (typical[name] ?? null) : customKey(name) === undefined ? name : "sample";
  },
};

/** A template as an ordinary lead would read it. Counts and grades of a template are those of this text. */
export function renderSample(source: string): string {
  return render(parse(source), sampleValues).text;
}
