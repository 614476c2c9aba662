import { expect, test } from "vitest";
import { createCatalogue } from "./catalogue.ts";
import { safeCustomKey } from "./names.ts";
import { parse } from "./parse.ts";
import { renderEmail } from "./render-email.ts";
import { nearestName, resolve } from "./resolve.ts";
import { toValue } from "./value.ts";
import { leadValues } from "./values.ts";

test.each([
  ["a number is its plain decimal text", 40, "40"],
  ["a huge number has no exponent", 1e21, "1000000000000000000000"],
  ["a tiny number has no exponent", 1e-7, "0.0000001"],
  ["not a number is missing", NaN, null],
  ["a boolean is no text", true, null],
  ["a list is no text", ["a"], null],
  ["line breaks and control characters become one space", " a\r\n\u0007b\u200Bc ", "a b c"],
  ["direction marks vanish", "\u202Eabc\u202C", "abc"],
  ["an empty text is missing", " \u00A0 ", null],
  ["a spelled-out nothing is missing", "N/A", null],
  ["a person named Null keeps the name", "Null", "Null"],
])("%s", (_, raw, value) => {
  expect(toValue(raw)).toBe(value);
});

test("the list of missing words can be replaced", () => {
  expect([toValue("unknown", ["unknown"]), toValue("-", ["unknown"])]).toEqual([null, "-"]);
});

test("a full name is built from its parts, and a missing part leaves no space", () => {
  const full = (lead: Parameters<typeof leadValues>[0]): unknown => leadValues(lead, null).get("full_name");
  expect([
    full({ first_name: "Anna", last_name: "Li" }),
    full({ last_name: "Li" }),
    full({ full_name: "A. Li", first_name: "Anna" }),
    full({}),
  ]).toEqual(["Anna Li", "Li", "A. Li", null]);
});

test("keys of the object prototype are no custom values", () => {
  expect(leadValues({ custom_fields: {} }, null).get("custom_fields.constructor")).toBeNull();
  expect(leadValues({}, null).get("constructor")).toBeUndefined();
});

test("a value is inserted once and never read again", () => {
  const rendered = renderEmail(
    { subject: "at %company%", body: "%company%" },
    { company: "%email%", email: "a@b.example" },
    null,
  );
  expect([rendered.ok, rendered.subject.text, rendered.body.text]).toEqual([true, "at %email%", "%email%"]);
});

test("an unknown name shows as a hole whatever its fallback, and the text is not ok", () => {
  const rendered = renderEmail({ subject: "", body: "%nope|words% %first_name|you%" }, {}, null);
  expect(rendered).toMatchObject({
    ok: false,
    unknown: ["nope"],
    used_fallback: ["first_name"],
    body: { text: "⟦nope⟧ you" },
  });
});

test("a custom name that no lead of a known campaign has is unknown; before any lead it is undecided", () => {
  const template = parse("%custom_fields.plan% %custom_fields.Plan%");
  expect(resolve(template, createCatalogue({ leads: [{ custom_fields: { plan: 1 } }] })).unknown).toMatchObject([
    { name: "custom_fields.Plan", nearest: "custom_fields.plan", undecided: false },
  ]);
  expect(resolve(template, createCatalogue()).unknown.map(({ undecided }) => undecided)).toEqual([true, true]);
});

test.each([
  ["First_Name", "first_name"],
  ["firstname", "first_name"],
  ["frist_name", "first_name"],
  ["job title", "position"],
  ["companyName", "company"],
  ["plan", "custom_fields.plan"],
  ["custom_fields.paln", "custom_fields.plan"],
  ["weather", null],
])("the known name nearest to %s is %s", (written, name) => {
  expect(nearestName(written, createCatalogue({ names: ["custom_fields.plan"] }))).toBe(name);
});

test("any column name becomes a key that the grammar reads", () => {
  const keys = ["Team Size", "Größe (m²)", "__x", "名前", "a".repeat(90)].map(safeCustomKey);
  expect(keys.slice(0, 4)).toEqual(["Team_Size", "Gro_e_m2", "x", "field"]);
  expect(keys.every((key) => parse(`%custom_fields.${key}%`).tokens[0]?.kind === "variable")).toBe(true);
});
