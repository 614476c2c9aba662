import { expect, test } from "vitest";
import { plainInput } from "../testing/fixture-builders.ts";
import { check, checkLead, checkSequence } from "./check.ts";
import type { CheckResult } from "./check-result.ts";
import { checkDefaults, checkIds } from "./defaults.ts";
import { gateFailures, toReport } from "./report.ts";
import { CheckSettings } from "./settings.ts";

const leads = Array.from({ length: 250 }, (_, i) => ({
  id: `lead-${i}`,
  first_name: "Anna",
  company: i < 38 ? "" : "Hexa",
}));
const body = `${plainInput.body}\n\nP.S. Say hello to everyone at %company%.`;

test("leads with one missing value are one finding that counts them", () => {
  const found = check({ ...plainInput, body, leads }).results.filter(
    ({ id, status }) => id === "V02" && status === "fail",
  );
  expect(found).toMatchObject([
    {
      scope: "lead",
      severity: "error",
      about: "company",
      lead_id: "lead-0",
      lead_count: 38,
      message: "38 leads: no company, and no fallback is written.",
    },
  ]);
  expect(found[0]?.lead_ids).toHaveLength(38);
});

test("one lead's findings are that lead's own", () => {
  const failing = (id: number): string[] =>
    checkLead({ ...plainInput, body, leads }, leads[id] ?? {})
      .filter(({ status }) => status === "fail")
      .map((result) => result.id);
  expect([failing(0), failing(40)]).toEqual([["V02"], []]);
});

test("ready is no with an error, unknown without leads or with an open error check, else yes", () => {
  const ready = (input: Partial<typeof plainInput>, settings = {}): string =>
    check({ ...plainInput, ...input }, settings).ready;
  expect([
    ready({}, { opt_out: "header" }),
    ready({}),
    ready({ leads: [] }, { opt_out: "header" }),
    ready({ body, leads }, { opt_out: "header" }),
  ]).toEqual(["yes", "unknown", "unknown", "no"]);
});

test("unknown is never counted with passes", () => {
  const { results, counts } = check(plainInput);
  const count = (status: string): number => results.filter((result) => result.status === status).length;
  const sum = (row: Record<string, number>): number => Object.values(row).reduce((a, b) => a + b, 0);
  expect([sum(counts.pass), sum(counts.fail), sum(counts.unknown)]).toEqual([
    count("pass"),
    count("fail"),
    count("unknown"),
  ]);
  expect(count("unknown")).toBeGreaterThan(0);
});

test("the gate bars failed gate checks at error, B07 as a warning too, and never the unknown", () => {
  const result = (
    id: string,
    severity: CheckResult["severity"],
    status: CheckResult["status"] = "fail",
  ): CheckResult => ({ id, severity, status, scope: "template", message: "", spans: [], source: "" });
  const report = toReport(
    [
      result("V01", "error"),
      result("B01", "warning"),
      result("B07", "warning"),
      result("L05", "error"),
      result("B16", "error", "unknown"),
      result("S03", "error", "pass"),
    ],
    true,
  );
  expect(gateFailures(report).map(({ id }) => id)).toEqual(["V01", "B07"]);
});

test("a campaign may soften or drop a check, but not a locked one", () => {
  const given = {
    ...plainInput,
    subject: "Re: late invoices",
    body: plainInput.body.replace("Most", "I hope you're well. Most"),
  };
  const severities = (settings: CheckSettings): unknown[] =>
    ["S04", "B11"].map((id) => check(given, settings).results.find((one) => one.id === id)?.severity);
  expect(severities({})).toEqual(["error", "error"]);
  expect(severities({ severity: { S04: "off", B11: "info" } })).toEqual(["error", "info"]);
  expect(severities({ severity: { S04: "info", B11: "off" } })).toEqual(["error", undefined]);
});

test("a campaign may move a threshold", () => {
  const finding = (settings: CheckSettings): CheckResult | undefined =>
    check(plainInput, settings).results.find(({ id }) => id === "B01");
  expect([finding({})?.status, finding({ thresholds: { B01: { warn_above: 30 } } })?.status]).toEqual(["pass", "fail"]);
});

test("settings refuse unknown keys and severities", () => {
  expect(CheckSettings.safeParse({ colour: 1 }).success).toBe(false);
  expect(CheckSettings.safeParse({ severity: { B01: "fatal" } }).success).toBe(false);
  expect(CheckSettings.safeParse({ severity: { B01: "off" }, opt_out: null }).success).toBe(true);
});

test("a finished text is not read as a template", () => {
  const { results } = check({
    ...plainInput,
    form: "example",
    leads: [{ id: "x", first_name: "Anna" }],
    body: "Hi Anna, 5%first_name% of it? Worth a call?",
  });
  expect(results.filter(({ id }) => id === "V01" || id === "V12")).toEqual([]);
  expect(results.find(({ id }) => id === "V04")).toMatchObject({ status: "fail", scope: "lead", lead_id: "x" });
});

test("hostile texts of the largest size are checked like any other", () => {
  const pieces = [
    "Acme and ",
    "1,",
    "!",
    "a'",
    "%first_name|",
    "&&a",
    "if so, ",
    "{{",
    "“",
    "10 to ",
    "your great ",
    "http://a",
    "\n",
    "**",
    "(a",
  ];
  const reports = pieces.map((piece) => check({ ...plainInput, body: `${piece.repeat(8_000 / piece.length)}x` }));
  expect(reports.filter(({ results }) => results.length === 0)).toEqual([]);
});

test("an email in another language is held to no English reading grade, and its question is its ask", () => {
  const body =
    "Guten Tag %first_name|zusammen%,\n\nviele Finanzteams jagen offenen Rechnungen von Hand hinterher und verlieren dabei ganze Abende am Monatsende.\n\nKite schreibt freundliche Erinnerungen in Ihrem Ton, und Ihr Team greift nur ein, wenn jemand widerspricht.\n\nDarf ich Ihnen ein Beispiel schicken?\n\nViele Grüße\nSam";
  const { results } = check({ ...plainInput, subject: "offene Rechnungen", body });
  expect(results.filter(({ status }) => status === "fail")).toEqual([]);
  expect(results.find(({ id }) => id === "B03")).toMatchObject({
    status: "unknown",
    reason: "the grade is made for English only",
  });
});

test("a greeting that the skeleton does not plan is no addition to it", () => {
  const personalization = { fields: [], approach: "", fallback: "" };
  const skeleton = {
    subject: "s",
    body: "b",
    example_subject: "",
    example_body: "",
    blocks: [{ id: "ask", role: "ask" as const, name: "Ask", strategy: "Ask.", personalization }],
  };
  const find = (first: string): unknown => {
    const text = `${first}\n\nWorth a call?`;
    const block_spans = [
      { block_id: null, from: 0, to: first.length },
      { block_id: "ask", from: first.length + 2, to: text.length },
    ];
    return check({ ...plainInput, body: text, skeleton, block_spans }).results.find(({ id }) => id === "B21")?.status;
  };
  expect([find("Hi Anna,"), find("Invoices are late.")]).toEqual(["pass", "fail"]);
});

test("a sequence is checked by itself", () => {
  const { results } = checkSequence({
    nodes: [
      { type: "email", body: "a" },
      { type: "delay", delay_minutes: 60 },
      { type: "email", id: "n2", body: "b" },
    ],
  });
  expect(results.filter(({ status }) => status === "fail").map(({ id, about }) => [id, about])).toEqual([
    ["Q01", undefined],
    ["Q02", "n2"],
  ]);
});

test("each default says where its rule comes from and why", () => {
  expect(
    checkIds.filter(
      (id) =>
        checkDefaults[id].source === "" || checkDefaults[id].reason.length < 20 || checkDefaults[id].where.length === 0,
    ),
  ).toEqual([]);
});

test("the same input gives the same report, to the byte", () => {
  const text = (): string => JSON.stringify(check({ ...plainInput, body, leads }));
  expect(text()).toBe(text());
});
