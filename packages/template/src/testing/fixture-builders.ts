import type { CheckInput, SequenceNode } from "../checks/check-input.ts";
import type { CheckSettings } from "../checks/settings.ts";
import type { Evidence } from "../evidence/claim.ts";
import type { Skeleton } from "../skeleton.ts";

/** An input that differs from the plain good email only where a fixture says so. */
export interface Fixture {
  readonly input: Partial<CheckInput>;
  readonly settings?: CheckSettings;
}

/** Per check: inputs that pass, that fail, and of which nothing can be said. */
export interface Fixtures {
  readonly pass: readonly Fixture[];
  readonly fail: readonly Fixture[];
  readonly unknown?: readonly Fixture[];
}

export const anna = {
  id: "anna",
  first_name: "Anna",
  last_name: "Li",
  email: "anna@hexa.example",
  company: "Hexa",
  position: "Finance Lead",
  headline: "Closing books at Hexa since spring",
  custom_fields: { plan: "Pro", team_size: 40 },
};
export const ben = {
  id: "ben",
  first_name: "Ben",
  last_name: "Ott",
  email: "ben@lane.example",
  company: "Lane",
  position: "Controller",
  headline: "Numbers person at Lane in Ulm",
  custom_fields: { plan: "Free", team_size: 9 },
};

export const plainInput: CheckInput = {
  subject: "late invoices",
  kind: "first",
  leads: [anna, ben],
  sender: { first_name: "Sam", last_name: "Reed", company: "Kite", email: "sam@kite.example", position: "Founder" },
  evidence: [],
  known_urls: ["kite.example"],
  other_leads: [],
  body: "Hi %first_name|there%,\n\nMost finance teams chase late invoices by hand. It eats evenings at month-end, and the awkward calls never stop.\n\nKite sends polite reminders in your own voice. Your team only steps in when somebody disputes a bill.\n\nWorth a short call next week?\n\nBest,\nSam",
};

export const text = (body: string, rest: Partial<CheckInput> = {}, settings?: CheckSettings): Fixture =>
  settings === undefined ? { input: { body, ...rest } } : { input: { body, ...rest }, settings };
export const title = (subject: string, rest: Partial<CheckInput> = {}): Fixture => ({ input: { subject, ...rest } });
export const middle = (words: string, rest: Partial<CheckInput> = {}, settings?: CheckSettings): Fixture =>
  text(
    `Hi %first_name|there%,\n\nMost finance teams chase late invoices by hand. It eats evenings at month-end.\n\n${words}\n\nWorth a short call next week?\n\nBest,\nSam`,
    rest,
    settings,
  );
export const open = (words: string, rest: Partial<CheckInput> = {}): Fixture =>
  text(
    `Hi %first_name|there%,\n\n${words} Late invoices eat whole evenings at month-end.\n\nWorth a short call next week?\n\nBest,\nSam`,
    rest,
  );
export const filler = (sentences: number): string =>
  "Kite sends polite reminders in the voice of your own team. ".repeat(sentences).trim();
export const example = (body: string, rest: Partial<CheckInput> = {}): Fixture =>
  text(body, { form: "example", leads: [anna], ...rest });
export const fact = (quote: string): Evidence => ({ id: "f1", kind: "context_fact", fact_id: "f1", quote });

export const personal = { fields: ["position"], approach: "Name the job", fallback: "Finance people feel it most." };
const none = { fields: [], approach: "", fallback: "" };
export const skeleton: Skeleton = {
  subject: "late invoices",
  body: "Hi %first_name|there%,\n\n&&opener: one line on %position%&&\n\nWorth a call?",
  example_subject: "",
  example_body: "",
  blocks: [
    { id: "opener", role: "opener", name: "Opener", strategy: "Meet the reader.", personalization: personal },
    { id: "ask", role: "ask", name: "Ask", strategy: "One easy question.", personalization: none },
  ],
};
export const plan = (change: Partial<Skeleton>): Fixture => ({ input: { skeleton: { ...skeleton, ...change } } });
const [openerBlock, askBlock] = skeleton.blocks;
export const blocks = (
  first: Partial<Skeleton["blocks"][number]>,
  rest: Skeleton["blocks"] = askBlock === undefined ? [] : [askBlock],
): Fixture => plan({ blocks: [...(openerBlock === undefined ? [] : [{ ...openerBlock, ...first }]), ...rest] });

export const email = (body: string, rest: Partial<SequenceNode> = {}): SequenceNode => ({
  type: "email",
  body,
  ...rest,
});
export const days = (n: number): SequenceNode => ({ type: "delay", delay_minutes: n * 1440 });
export const angles = [
  "Most finance teams chase late invoices by hand, and it eats whole evenings.",
  "A polite note before the due date works better than an angry call after it.",
  "One owner and one list: that is all a small team needs to get paid on time.",
  "If spring is a better moment, you have my address.",
];
export const run = (nodes: readonly SequenceNode[], current?: number): Fixture => ({
  input: { sequence: { nodes, current } },
});
export const spaced = (gap: number, count: number): SequenceNode[] =>
  Array.from({ length: count }, (_, i) => [...(i === 0 ? [] : [days(gap)]), email(angles[i % 4] ?? "")]).flat();
