import { expect, test } from "vitest";
import { check } from "./checks.ts";
import { parse } from "./parse.ts";
import { renderEmail } from "./render-email.ts";
import { checkSkeleton } from "./checks/check.ts";
import type { Skeleton } from "./skeleton.ts";

const anna = {
  id: "anna",
  first_name: "Anna",
  company: "Kite & Co",
  position: "CFO",
  headline: "",
  custom_fields: { team_size: 40 },
};
const others = [
  {
    id: "ben",
    first_name: "Ben",
    company: "Lane",
    position: "COO",
    headline: "Runs things at Lane",
    last_name: "Ott",
    custom_fields: { plan: "Pro", team_size: 9 },
  },
];
const sender = { first_name: "Sam" };

/** Checks about variables and slots; the wording checks have their own tests. */
const grammarChecks = new Set(["V01", "V02", "V03", "V04", "V12", "V13", "V14", "V15", "V16", "L01"]);

function outcome(body: string): { text: string; failing: string[] } {
  const report = check({ subject: "Hello", body, kind: "first", leads: [anna, ...others], sender });
  const failing = report.results.filter(
    ({ status, id, lead_ids: ids, scope }) =>
      status === "fail" && grammarChecks.has(id) && (scope !== "lead" || (ids ?? []).includes("anna")),
  );
  return {
    text: renderEmail({ subject: "", body }, anna, sender).body.text,
    failing: [...new Set(failing.map(({ id }) => id))],
  };
}

const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
  ["1", "Hi %first_name%,", "Hi Anna,", []],
  ["2", "Hi %last_name|there%,", "Hi there,", ["V03"]],
  ["3", "%headline%", "⟦headline⟧", ["V02", "V03"]],
  ["4", "Hi %last_name|%,", "Hi ,", ["V03", "V13", "V14"]],
  ["5", "%custom_fields.team_size% people. %sender_first%", "40 people. Sam", []],
  ["6", "%custom_fields.plan|your plan%", "your plan", ["V03"]],
  ["7", "20% off now, 30% later", "20% off now, 30% later", []],
  ["8", "5%-10% and 5%/10%", "5%-10% and 5%/10%", []],
  ["9", "100%% sure", "100% sure", []],
  ["10a", "100%", "100%", []],
  ["10b", "%", "%", []],
  ["10c", "", "", []],
  ["11", "%first_name%%company%", "AnnaKite & Co", []],
  ["12", "%last_name|there%%company%", "thereKite & Co", ["V03"]],
  ["13", "100%%%company%", "100%Kite & Co", []],
  ["14", "100%%company%", "100%company%", ["V12"]],
  ["15a", "%last_name|10%% off%", "10% off", ["V03"]],
  ["15b", "%last_name|10%%%", "10%", ["V03"]],
  ["16", "20%off30%", "20⟦off30⟧", ["V01"]],
  ["17", "%First_Name%", "⟦First_Name⟧", ["V01"]],
  ["18a", "% first_name %", "% first_name %", ["V12"]],
  ["18b", "%first_name |friend%", "%first_name |friend%", ["V12"]],
  ["19", "%first_name, hello", "%first_name, hello", ["V12"]],
  ["20", "%last_name|a|b%", "a|b", ["V03"]],
  ["21", "%last_name|a\nb%", "%last_name|a\nb%", ["V12"]],
  ["22", "https://x.io/?c=%company%&d=%C3%A9t%C3%A9", "https://x.io/?c=Kite%20%26%20Co&d=%C3%A9t%C3%A9", ["L01"]],
  ["23", "%%company%%", "%company%", []],
  ["24", "%first_name|%company%%", "Annacompany%", ["V12", "V13"]],
  ["25", "{{first_name}} [Name]", "{{first_name}} [Name]", ["V04"]],
  ["26", "&&one line on %position%&&", "&&one line on CFO&&", ["V16"]],
  ["27", "R&&D", "R&&D", []],
];

test.each(rows)("row %s of the grammar: %j", (_, source, text, failing) => {
  expect(outcome(source)).toEqual({ text, failing: [...failing].sort() });
});

test("a URL goes on behind a variable whose fallback holds a space", () => {
  expect(outcome("https://x.io/?c=%headline|a b%&d=%C3%A9%").text).toBe("https://x.io/?c=a b&d=%C3%A9%");
});

test("a slot of a skeleton mentions its fields and is not rendered as text", () => {
  const [slot] = parse("&&one line on %position%&&", "skeleton").tokens;
  expect(slot).toMatchObject({ kind: "slot", text: "one line on %position%", fields: ["position"], block_id: null });
});

test("an unclosed slot of a skeleton is a bad slot, and K01 says so", () => {
  expect(parse("R&&D", "skeleton").tokens.map(({ kind }) => kind)).toEqual(["text", "bad_slot", "text"]);
  const personalization = { fields: [], approach: "", fallback: "" };
  const skeleton: Skeleton = {
    subject: "Hi",
    body: "R&&D",
    example_subject: "",
    example_body: "",
    blocks: [{ id: "ask", role: "ask", name: "Ask", strategy: "Ask.", personalization }],
  };
  expect(
    checkSkeleton(skeleton)
      .results.filter(({ status }) => status === "fail")
      .map(({ id }) => id),
  ).toEqual(["K01"]);
});

test("the fixes of the table say what was meant", () => {
  const fixed = (body: string): string | undefined =>
    check({ subject: "Hello", body, kind: "first", leads: [anna, ...others], sender }).results.find(
      ({ id, status }) => status === "fail" && (id === "V12" || id === "V01"),
    )?.fix?.edits[0]?.after;
  expect([
    fixed("20%off30%"),
    fixed("%First_Name%"),
    fixed("100%%company%"),
    fixed("%first_name |friend%"),
    fixed("%first_name, hello"),
  ]).toEqual(["%%off30%%", "%first_name%", "%company%", "%first_name|friend%", "%first_name%"]);
});
