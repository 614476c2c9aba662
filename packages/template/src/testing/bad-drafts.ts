import type { CheckInput } from "../checks/check-input.ts";
import type { CheckId } from "../checks/defaults.ts";

/** A draft with the error checks a careful reader would raise, and no others. */
export interface BadDraft extends Partial<CheckInput> {
  readonly subject: string;
  readonly body: string;
  readonly kind: CheckInput["kind"];
  readonly errors: readonly CheckId[];
}

const value =
  "Kite sends polite reminders in your own voice, so your team only steps in when somebody disputes a bill.";
const mail = (first: string, rest = value, ask = "Worth a short call next week?"): string =>
  `Hi %first_name|there%,\n\n${first}\n\n${rest}\n\n${ask}\n\nBest,\nSam`;
const problem = "Most finance teams chase late invoices by hand.";

/** Each has something wrong that must stop it. */
export const badDrafts: readonly BadDraft[] = [
  { kind: "first", subject: "late invoices", errors: ["B11"], body: mail("I hope this email finds you well.") },
  { kind: "first", subject: "late invoices", errors: ["B11"], body: mail("My name is Sam and I work at Kite.") },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["B11"],
    body: mail("I'm reaching out because invoices are often late."),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["B11", "P01"],
    body: mail("I came across your profile on LinkedIn."),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["B16"],
    body: mail(problem, "Customers cut late payments by 43% in six weeks."),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["B16"],
    body: mail(problem, "More than 2,000 companies trust us."),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["B16"],
    body: mail(problem, "It saves a team ten hours each week."),
  },
  { kind: "first", subject: "save 30% on invoices", errors: ["B16"], body: mail(problem) },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["P01"],
    body: mail("I noticed %company|your company% is growing fast."),
  },
  { kind: "first", subject: "late invoices", errors: ["P01"], body: mail("Congrats on the new funding!") },
  { kind: "first", subject: "late invoices", errors: ["P01"], body: mail("Loved your recent post about hiring.") },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["P01"],
    body: mail(problem, "We helped Stonebridge and Vantor close their books faster."),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["P01"],
    body: mail("As you mentioned at the summit, you said approvals are slow.", value),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["V01"],
    body: mail("%frist_name|You% know how late invoices feel."),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["V12"],
    body: mail("Late invoices at % company % eat whole evenings."),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["V12"],
    body: "Hi %first_name,\n\nMost finance teams chase late invoices by hand.\n\nWorth a short call next week?",
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["V04"],
    body: `Hi {{first_name}},\n\n${problem}\n\nWorth a short call next week?`,
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["V04"],
    body: mail("Late invoices at [Company] eat whole evenings."),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["V16"],
    body: mail("&&one line about their job&&", `${problem} ${value}`),
  },
  { kind: "first", subject: "late invoices", errors: ["V02"], body: mail("As %headline%, you know late invoices.") },
  { kind: "first", subject: "idea for %headline%", errors: ["V02", "S09"], body: mail(problem) },
  { kind: "first", subject: "late invoices", errors: ["V15"], body: `${mail(problem)}\n%sender_position%` },
  { kind: "first", subject: "late invoices", errors: ["V11"], body: `Sure! Here is your email:\n\n${mail(problem)}` },
  { kind: "first", subject: "late invoices", errors: ["V11"], body: mail(`${problem} It is a **real** drain.`) },
  { kind: "first", subject: "", errors: ["S03"], body: mail(problem) },
  { kind: "first", subject: "Re: late invoices", errors: ["S04"], body: mail(problem) },
  {
    kind: "first",
    subject: "a short and friendly question about how your finance team chases late invoices today",
    errors: ["S01"],
    body: mail(problem),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["L04"],
    body: mail(problem, `${value} See http://kite.example/how for more.`),
  },
  {
    kind: "first",
    subject: "late invoices",
    errors: ["L04", "L01"],
    body: mail(problem, `${value} See https://kite.example/a, https://kite.example/b and https://bit.ly/kite3.`),
  },
  { kind: "first", subject: "late invoices", errors: ["B01"], body: mail(problem, `${value} `.repeat(11).trim()) },
];
