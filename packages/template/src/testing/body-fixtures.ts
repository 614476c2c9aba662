import { example, fact, filler, middle, open, skeleton, text, type Fixtures } from "./fixture-builders.ts";

/** The words of the body. */
export const bodyFixtures = {
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
} satisfies Record<string, Fixtures>;
