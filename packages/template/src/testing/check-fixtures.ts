import type { CheckInput, SequenceNode } from "../checks/check-input.ts";
import type { CheckId } from "../checks/defaults.ts";
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

const anna = {
  id: "anna",
  first_name: "Anna",
  last_name: "Li",
  email: "anna@hexa.example",
  company: "Hexa",
  position: "Finance Lead",
  headline: "Closing books at Hexa since spring",
  custom_fields: { plan: "Pro", team_size: 40 },
};
const ben = {
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

const text = (body: string, rest: Partial<CheckInput> = {}, settings?: CheckSettings): Fixture =>
  settings === undefined ? { input: { body, ...rest } } : { input: { body, ...rest }, settings };
const title = (subject: string, rest: Partial<CheckInput> = {}): Fixture => ({ input: { subject, ...rest } });
const middle = (words: string, rest: Partial<CheckInput> = {}, settings?: CheckSettings): Fixture =>
  text(
    `Hi %first_name|there%,\n\nMost finance teams chase late invoices by hand. It eats evenings at month-end.\n\n${words}\n\nWorth a short call next week?\n\nBest,\nSam`,
    rest,
    settings,
  );
const open = (words: string, rest: Partial<CheckInput> = {}): Fixture =>
  text(
    `Hi %first_name|there%,\n\n${words} Late invoices eat whole evenings at month-end.\n\nWorth a short call next week?\n\nBest,\nSam`,
    rest,
  );
const filler = (sentences: number): string =>
  "Kite sends polite reminders in the voice of your own team. ".repeat(sentences).trim();
const example = (body: string, rest: Partial<CheckInput> = {}): Fixture =>
  text(body, { form: "example", leads: [anna], ...rest });
const fact = (quote: string): Evidence => ({ id: "f1", kind: "context_fact", fact_id: "f1", quote });

const personal = { fields: ["position"], approach: "Name the job", fallback: "Finance people feel it most." };
const none = { fields: [], approach: "", fallback: "" };
const skeleton: Skeleton = {
  subject: "late invoices",
  body: "Hi %first_name|there%,\n\n&&opener: one line on %position%&&\n\nWorth a call?",
  example_subject: "",
  example_body: "",
  blocks: [
    { id: "opener", role: "opener", name: "Opener", strategy: "Meet the reader.", personalization: personal },
    { id: "ask", role: "ask", name: "Ask", strategy: "One easy question.", personalization: none },
  ],
};
const plan = (change: Partial<Skeleton>): Fixture => ({ input: { skeleton: { ...skeleton, ...change } } });
const [openerBlock, askBlock] = skeleton.blocks;
const blocks = (
  first: Partial<Skeleton["blocks"][number]>,
  rest: Skeleton["blocks"] = askBlock === undefined ? [] : [askBlock],
): Fixture => plan({ blocks: [...(openerBlock === undefined ? [] : [{ ...openerBlock, ...first }]), ...rest] });

const email = (body: string, rest: Partial<SequenceNode> = {}): SequenceNode => ({ type: "email", body, ...rest });
const days = (n: number): SequenceNode => ({ type: "delay", delay_minutes: n * 1440 });
const angles = [
  "Most finance teams chase late invoices by hand, and it eats whole evenings.",
  "A polite note before the due date works better than an angry call after it.",
  "One owner and one list: that is all a small team needs to get paid on time.",
  "If spring is a better moment, you have my address.",
];
const run = (nodes: readonly SequenceNode[], current?: number): Fixture => ({
  input: { sequence: { nodes, current } },
});
const spaced = (gap: number, count: number): SequenceNode[] =>
  Array.from({ length: count }, (_, i) => [...(i === 0 ? [] : [days(gap)]), email(angles[i % 4] ?? "")]).flat();

export const fixtures: Readonly<Record<CheckId, Fixtures>> = {
  V01: {
    pass: [text("Hi %first_name%"), text("Your %custom_fields.plan% plan"), text("%sender_first%")],
    fail: [
      text("Hi %First_Name%"),
      text("20%off30%", { evidence: undefined }),
      title("for %frist_name%"),
      text("%custom_fields.nope|x%"),
    ],
    unknown: [text("%custom_fields.plan|it%", { leads: [] })],
  },
  V02: {
    pass: [text("Hi %first_name%"), text("Hi %headline|there%"), text("No variable at all.")],
    fail: [
      text("Hi %first_name%", { leads: [{ id: "x" }] }),
      text("At %company%", { leads: [anna, { id: "y", company: "N/A" }] }),
      title("%position%", { leads: [{ id: "z", position: " " }] }),
    ],
    unknown: [text("Hi %first_name%", { leads: [] })],
  },
  V03: {
    pass: [text("Hi %first_name%"), text("%sender_first%"), text("Nothing.")],
    fail: [
      text("Hi %first_name%", { leads: [anna, { id: "x" }] }),
      text("%company%", { leads: [{ id: "x" }] }),
      text("%position%", { leads: [anna, ben, { id: "x", position: "-" }] }),
    ],
    unknown: [text("Hi %first_name%", { leads: [] })],
  },
  V04: {
    pass: [
      text("Hi %first_name%"),
      text("See [1] and (this)."),
      text("It costs {very} little? No: nothing.".replace("{very}", "very")),
    ],
    fail: [
      text("Hi {{first_name}},"),
      text("Hi [Name],"),
      text("Hi *|FNAME|*,"),
      text("Hi {{firstName|there}}, at {{company}}"),
      text("At %company%", { leads: [{ id: "x", company: "%email%" }] }),
    ],
  },
  V05: {
    pass: [text("Hi %first_name%"), text("At %company%"), text("Nothing.")],
    fail: [
      text("Hi %first_name%", { leads: [{ id: "x", first_name: "ANNA" }] }),
      text("At %company%", { leads: [{ id: "x", company: "Hexa GmbH" }] }),
      text("Hi %first_name%", { leads: [{ id: "x", first_name: "Anna 🚀" }] }),
      text("%custom_fields.tags%", { leads: [{ id: "x", custom_fields: { tags: ["a"] } }] }),
    ],
    unknown: [text("Hi %first_name%", { leads: [] })],
  },
  V10: {
    pass: [text("Hi %first_name%"), title("%company%"), text("Nothing.")],
    fail: [
      title("%company|you%", { leads: [{ id: "x", company: "The Very Long Name Of A Company That Goes On And On" }] }),
      text(`${filler(11)} %headline|x%`, { leads: [{ id: "x", headline: "word ".repeat(30) }] }),
      text(`${filler(5)} %headline|x%`, { kind: "last", leads: [{ id: "x", headline: "word ".repeat(30) }] }),
    ],
    unknown: [text("Hi %first_name%", { leads: [] })],
  },
  V11: {
    pass: [
      text("Hi there.\n\n- one\n- two"),
      text("Here is the short version."),
      text("Sure, it takes time. 2 * 3 * 4."),
    ],
    fail: [
      text("Sure! Here's a draft of the email:\n\nHi there."),
      text("```\nHi there.\n```"),
      text("Subject: hello\n\nHi there."),
      text("Hi **there**, see [this](https://kite.example/x)."),
    ],
  },
  V12: {
    pass: [text("20% off now, 30% later"), text("100%% sure"), text("%%company%%")],
    fail: [
      text("Hi % first_name %,"),
      text("Hi %first_name, hello"),
      text("100%%company%"),
      text("%first_name|%company%%"),
    ],
  },
  V13: {
    pass: [text("%first_name|there%"), text("%first_name%"), text("Nothing.")],
    fail: [text("Hi %first_name|%,"), text("At %company| %."), title("%position|%")],
  },
  V14: {
    pass: [
      text("Hi %first_name%,"),
      text("You are an %position%", { leads: [{ id: "x", position: "Accountant" }] }),
      text("Nothing."),
    ],
    fail: [
      text("Hi %headline|%,", { leads: [{ id: "x" }] }),
      text("As a %position%, you know.", { leads: [{ id: "x", position: "Accountant" }] }),
      text("At the %company%", { leads: [{ id: "x", company: "The Hub" }] }),
      text("Books (%headline|%) closed", { leads: [{ id: "x" }] }),
    ],
    unknown: [text("Hi %first_name%", { leads: [] })],
  },
  V15: {
    pass: [text("Best, %sender_first%"), text("Nothing."), text("%sender_position|Founder%", { sender: {} })],
    fail: [
      text("%sender_position%", { sender: { first_name: "Sam" } }),
      text("%sender_first%", { sender: null }),
      text("%sender_name%", { sender: { first_name: " " } }),
    ],
    unknown: [text("%sender_first%", { sender: undefined })],
  },
  V16: {
    pass: [text("R&&D"), text("A & B"), text("Nothing.")],
    fail: [
      middle("&&one line on their job&&"),
      middle("&&opener: one line on %position%&&", { skeleton }),
      example("Hi Anna. &&one line&& Worth a call?"),
    ],
  },
  B01: {
    pass: [{ input: {} }, text(filler(5)), text(filler(8))],
    fail: [
      text(`Hi,\n\n${filler(14)}\n\nWorth a call?`),
      text(`Hi,\n\n${filler(30)}\n\nWorth a call?`),
      text("Worth a call?"),
    ],
  },
  B02: {
    pass: [
      text(filler(3), { kind: "follow_up" }),
      text(filler(8), { kind: "follow_up" }),
      text(filler(3), { kind: "last" }),
    ],
    fail: [
      text(`Hi,\n\n${filler(14)}\n\nWorth a call?`, { kind: "follow_up" }),
      text(`Hi,\n\n${filler(8)}`, { kind: "last" }),
      text(`Hi,\n\n${filler(20)}`, { kind: "last" }),
    ],
  },
  B03: {
    pass: [{ input: {} }, text(filler(4)), open("It is a dull job that nobody in the team wants to do.")],
    fail: [
      middle(
        "Organizational accountability necessitates comprehensive reconciliation methodologies, particularly considering international regulatory requirements.",
      ),
      middle(
        "Sophisticated financial administration departments increasingly consolidate heterogeneous receivables documentation automatically throughout multinational subsidiaries.",
      ),
      middle(
        "Accordingly, institutional receivables management fundamentally necessitates considerable organizational coordination between geographically distributed administrative departments.",
      ),
    ],
    unknown: [text("Worth a call?")],
  },
  B05: {
    pass: [{ input: {} }, text(filler(3)), text("Short. Shorter.")],
    fail: [
      middle(`Kite watches your invoices and ${"then it waits and ".repeat(8)}rests.`),
      middle(`It ${"works and ".repeat(14)}works.`),
      open(`Teams ${"write and call and ".repeat(8)}stop.`),
    ],
  },
  B07: {
    pass: [
      { input: {} },
      text("Do you do this by hand?\n\nKite does it.\n\nShall I send a sample?"),
      text("All the best for the year.", { kind: "last" }),
    ],
    fail: [
      text("Kite does it for you. That is all."),
      middle("Can I send you a sample? It takes a moment."),
      text("Kite does it.\n\nShall I send a sample?\n\nIt is short.\n\nAlso, who looks after billing?"),
    ],
  },
  B08: {
    pass: [{ input: {} }, text("Open to a 15-minute call?"), text("Could I send a sample on Tuesday?")],
    fail: [
      text("Would Tuesday at 10 work for a call?"),
      text("Do you have 45 minutes for a call next week?"),
      text("Could we talk for half an hour?"),
      text("Are you free for a call on 12th May?"),
    ],
  },
  B09: {
    pass: [{ input: {} }, text("See https://kite.example/how"), text("Calendars are dull.")],
    fail: [
      text("Kite does it.\n\nGrab a slot: https://calendly.com/sam/15"),
      text("Kite does it.\n\nBook at https://cal.com/sam"),
      text("Kite does it.\n\nPick a time: www.savvycal.com/sam/chat"),
    ],
  },
  B11: {
    pass: [{ input: {} }, open("Month-end is dull."), open("%company|Your company% sends invoices.")],
    fail: [
      open("I hope this email finds you well."),
      open("My name is Sam and I sell software."),
      open("I wanted to reach out about invoices."),
      open("I think month-end is dull."),
      open("Hope you're doing well!"),
    ],
  },
  B13: {
    pass: [{ input: {} }, middle("Reps follow up with every lead."), middle("One thing I forgot to say.")],
    fail: [
      open("Just checking in on my last note.", { kind: "follow_up" }),
      open("Following up on my last email.", { kind: "follow_up" }),
      open("I never heard back from you.", { kind: "follow_up" }),
    ],
  },
  B14: {
    pass: [{ input: {} }, middle("It costs 10–15 euros."), middle("A well-known problem.")],
    fail: [
      middle("We leverage your data."),
      middle("A seamless, robust, world-class product."),
      middle("Kite works — and it is fast."),
      middle("They utilize it, and we streamline things."),
    ],
  },
  B16: {
    pass: [
      { input: {} },
      middle("Lumen saves 10 hours a week on invoices.", {
        evidence: [fact("Lumen saves ten hours a week on invoices.")],
      }),
      middle("I have two quick questions."),
      example("You run a team of 40 people. Worth a call?"),
    ],
    fail: [
      middle("Customers save 40% of their time."),
      middle("Three hundred agencies use it."),
      middle("It pays back $500 in a month.", { evidence: [fact("It pays back $400 in a month.")] }),
      middle("Teams of %custom_fields.team_size|50% save most."),
    ],
    unknown: [middle("Customers save 40% of their time.", { evidence: undefined })],
  },
  B17: {
    pass: [
      { input: {} },
      middle("Kite is calm.", {}, { banned_phrases: ["cal"], required_phrases: ["kite"] }),
      middle("It's free.", {}, { required_phrases: ["it’s free"] }),
    ],
    fail: [
      middle("A cheap trick helps.", {}, { banned_phrases: ["cheap"] }),
      middle("It is calm.", {}, { required_phrases: ["GDPR-ready"] }),
      middle("One C++ trick.", {}, { banned_phrases: ["c++"] }),
    ],
  },
  B18: {
    pass: [{ input: {} }, middle("Fine!"), middle("We keep GDPR and HIPAA in mind.")],
    fail: [middle("This is AMAZING news."), middle("Great!! Wow! Really??"), middle("Good news 🚀 for you.")],
  },
  B19: {
    pass: [{ input: {} }, middle("It is calm."), middle("A good deal of work.")],
    fail: [middle("Risk-free, no obligation."), middle("Act now."), middle("A money-back promise. Limited time.")],
  },
  B21: {
    pass: [
      {
        input: {
          skeleton,
          body: "One. Worth a call?",
          block_spans: [
            { block_id: "opener", from: 0, to: 4 },
            { block_id: "ask", from: 5, to: 18 },
          ],
        },
      },
      {
        input: {
          skeleton,
          body: "One. Two. Worth a call?",
          block_spans: [
            { block_id: "opener", from: 0, to: 9 },
            { block_id: "ask", from: 10, to: 23 },
          ],
        },
      },
      {
        input: {
          skeleton,
          body: "A.\n\nB?",
          block_spans: [
            { block_id: "opener", from: 0, to: 2 },
            { block_id: "ask", from: 4, to: 6 },
          ],
        },
      },
    ],
    fail: [
      { input: { skeleton, body: "Worth a call?", block_spans: [{ block_id: "ask", from: 0, to: 13 }] } },
      {
        input: {
          skeleton,
          body: "B? A.",
          block_spans: [
            { block_id: "ask", from: 0, to: 2 },
            { block_id: "opener", from: 3, to: 5 },
          ],
        },
      },
      {
        input: {
          skeleton,
          body: "A. X. B?",
          block_spans: [
            { block_id: "opener", from: 0, to: 2 },
            { block_id: null, from: 3, to: 5 },
            { block_id: "ask", from: 6, to: 8 },
          ],
        },
      },
    ],
    unknown: [{ input: { skeleton } }],
  },
  S01: {
    pass: [title("late invoices"), title("your month-end"), title("%company% and late invoices")],
    fail: [
      title("how your finance team could chase late invoices today"),
      title("a subject that goes on and on and on without any end at all"),
      title("one two three four five six seven eight"),
    ],
  },
  S02: {
    pass: [title("late invoices"), title("a"), title("thirty-five characters are all righ")],
    fail: [
      title("thirty-six characters are one too ma"),
      title("a subject line with rather many characters, more than fifty"),
      title("%company% has the longest subject of all, hasn't it now?"),
    ],
  },
  S03: {
    pass: [title("late invoices"), title("", { kind: "follow_up" }), title("", { is_reply: true })],
    fail: [title(""), title("   "), title("", { kind: "follow_up", is_reply: false })],
  },
  S04: {
    pass: [title("late invoices"), title("Re: late invoices", { is_reply: true }), title("Reply rates")],
    fail: [
      title("Re: late invoices"),
      title("FWD: late invoices"),
      title("re: Re: hello"),
      title("Re: hello", { kind: "follow_up" }),
    ],
  },
  S09: {
    pass: [title("for %first_name%"), title("for %first_name|you%", { leads: [{ id: "x" }] }), title("invoices")],
    fail: [
      title("for %first_name%", { leads: [anna, { id: "x" }] }),
      title("at %company%", { leads: [{ id: "x" }] }),
      title("%position%", { leads: [{ id: "x", position: "" }] }),
    ],
    unknown: [title("for %first_name%", { leads: [] })],
  },
  K01: {
    pass: [
      plan({}),
      plan({ body: "&&one line on their job&&" }),
      plan({ body: "As %position|a lead% you know. Worth a call?" }),
    ],
    fail: [
      plan({ body: "R&&D" }),
      plan({ body: "&&nobody: a line&&" }),
      plan({ body: "&&opener: one&& &&opener: two&&" }),
      plan({ body: "No slot here." }),
    ],
  },
  K02: {
    pass: [plan({}), plan({ body: "As %position|a lead% you know. Worth a call?" }), blocks({ name: "Start" })],
    fail: [
      blocks({ personalization: { ...personal, fallback: "" } }),
      blocks({ personalization: { ...personal, fields: ["posision"] } }),
      blocks({}, []),
      blocks({ id: "ask" }),
    ],
    unknown: [
      {
        input: {
          leads: [],
          skeleton: {
            ...skeleton,
            blocks: skeleton.blocks.map((block) =>
              block.id === "opener"
                ? { ...block, personalization: { ...personal, fields: ["custom_fields.plan"] } }
                : block,
            ),
          },
        },
      },
    ],
  },
  L01: {
    pass: [{ input: {} }, text("Booking.com does it."), text("No link, no e-mail address.")],
    fail: [
      middle("See https://kite.example/how."),
      middle("See www.kite.example and https://kite.example/a and https://kite.example/b."),
      middle("https://kite.example/how"),
    ],
  },
  L04: {
    pass: [
      { input: {} },
      middle("See https://kite.example/how."),
      middle("See https://app.kite.example/how?x=%company%."),
    ],
    fail: [
      middle("See http://kite.example/how."),
      middle("See https://bit.ly/abc."),
      middle("See https://localhost:3000/x."),
      middle("See https://stranger.example/x."),
      middle("See javascript:alert(1)."),
    ],
    unknown: [middle("See https://kite.example/how.", { known_urls: undefined })],
  },
  L05: {
    pass: [
      { input: {}, settings: { opt_out: "header" } },
      middle('If you\'d rather not hear from me, just reply "no".'),
      middle("Reply STOP to opt out."),
    ],
    fail: [
      middle("Kite is calm.", {}, { opt_out: "line" }),
      { input: {}, settings: { opt_out: "line" } },
      { input: { kind: "follow_up" }, settings: { opt_out: "line" } },
    ],
    unknown: [{ input: {} }],
  },
  L06: {
    pass: [
      middle("Kite, 12 Main Street, Dover"),
      middle("P.O. Box 12, Dover", {}, { audience: "us" }),
      middle("Kite Ltd, Ulm", {}, { audience: "us", postal_address: "Kite Ltd, Ulm" }),
    ],
    fail: [
      { input: {}, settings: { audience: "us" } },
      { input: {}, settings: { audience: "us", postal_address: "12 Main Street, Dover" } },
      { input: {}, settings: { audience: "other" } },
    ],
    unknown: [{ input: {} }],
  },
  P01: {
    pass: [
      { input: {} },
      middle("Saw you're the %position% at %company%."),
      middle("I read your post on month-end.", {
        evidence: [{ id: "m", kind: "user_message", message_id: "1", quote: "I read her post on month-end" }],
      }),
    ],
    fail: [
      middle("I noticed %company% is hiring."),
      middle("Congrats on %headline|the news%!"),
      middle("We helped Stonebridge close faster."),
      example("Hi Anna. I loved your talk on pricing. Worth a call?"),
    ],
    unknown: [middle("I noticed %company% is hiring.", { evidence: undefined })],
  },
  P02: {
    pass: [
      { input: {} },
      middle("It saves 40% of the time.", {
        evidence: [fact("saves 40 % of the time")],
        claims: [{ part: "body", start: 0, end: 10, text: "saves 40%", kind: "numeric", evidence_ids: ["f1"] }],
      }),
      example("You close books at Hexa. Call?", {
        evidence: [{ id: "l", kind: "lead_field", lead_id: "anna", field: "headline", quote: "Closing books at Hexa" }],
        claims: [
          { part: "body", start: 0, end: 24, text: "You close books at Hexa.", kind: "personal", evidence_ids: ["l"] },
        ],
      }),
    ],
    fail: [
      middle("It saves 50% of the time.", {
        evidence: [fact("saves 40 % of the time")],
        claims: [{ part: "body", start: 104, end: 113, text: "saves 50%", kind: "numeric", evidence_ids: ["f1"] }],
      }),
      middle("It saves 50% of the time.", {
        claims: [{ part: "body", start: 104, end: 113, text: "saves 50%", kind: "numeric", evidence_ids: ["gone"] }],
      }),
      middle("You close books.", {
        evidence: [{ id: "l", kind: "lead_field", lead_id: "anna", field: "headline", quote: "Closing books at Hexa" }],
        claims: [
          { part: "body", start: 104, end: 119, text: "You close books", kind: "personal", evidence_ids: ["l"] },
        ],
      }),
    ],
    unknown: [
      middle("It saves 50%.", {
        evidence: undefined,
        claims: [{ part: "body", start: 104, end: 113, text: "saves 50%", kind: "numeric", evidence_ids: ["f1"] }],
      }),
    ],
  },
  P03: {
    pass: [
      { input: {} },
      example("Hi Anna, at Hexa. Call?", { other_leads: [ben] }),
      middle("Kite is calm.", { prompt_texts: ["Write short sentences and never use a word twice in a row."] }),
    ],
    fail: [
      example("Hi Anna. Ben Ott said so. Call?", { other_leads: [ben] }),
      middle("Ask ben@lane.example about it."),
      middle("Always write short sentences and never use a word twice here.", {
        prompt_texts: ["Write short sentences and never use a word twice in a row."],
      }),
    ],
    unknown: [example("Hi Anna. Call?", { other_leads: undefined })],
  },
  Q01: {
    pass: [run(spaced(3, 3)), run(spaced(3, 7)), run(spaced(3, 5))],
    fail: [run(spaced(3, 1)), run(spaced(3, 2)), run(spaced(3, 8))],
  },
  Q02: {
    pass: [run(spaced(3, 4)), run(spaced(2, 3)), run([email("x")])],
    fail: [
      run(spaced(1, 3)),
      run([email("a"), email("b")]),
      run([email("a"), days(3), email("b"), { type: "delay", delay_minutes: 60 }, email("c")]),
    ],
  },
  Q03: {
    pass: [
      run(spaced(3, 3), 2),
      run(spaced(3, 3), 0),
      run([email(angles[0] ?? "", { phrase_ids: ["p1"] }), email(angles[1] ?? "", { phrase_ids: ["p2"] })], 1),
    ],
    fail: [
      run([email(angles[0] ?? ""), email(angles[0] ?? "")], 1),
      run([email(angles[0] ?? ""), email(`${angles[0] ?? ""} Really.`)], 1),
      run([email(angles[0] ?? "", { phrase_ids: ["p1"] }), email(angles[1] ?? "", { phrase_ids: ["p1"] })], 1),
    ],
    unknown: [run([email("a"), email("b")], 1)],
  },
  Q06: {
    pass: [
      run(spaced(3, 3)),
      run([email("Hello"), email("This is my last email.")]),
      run([email("Hello"), email("Bye", { kind: "last" }), { type: "end" }]),
    ],
    fail: [
      run([email("This is my last email."), email("Hello")]),
      run([email("x", { kind: "last" }), days(3), email("y")]),
      run(
        [email("I won't write again after this."), days(3), email("y")].map((node, i) =>
          i === 0 ? email("I will not write you again.") : node,
        ),
      ),
    ],
  },
};
