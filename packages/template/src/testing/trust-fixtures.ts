import {
  ben,
  days,
  angles,
  email,
  example,
  fact,
  middle,
  run,
  spaced,
  text,
  type Fixtures,
} from "./fixture-builders.ts";

/** Links, law, evidence and the campaign as a whole. */
export const trustFixtures = {
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
} satisfies Record<string, Fixtures>;
