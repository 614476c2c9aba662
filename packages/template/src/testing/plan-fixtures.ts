import { anna, blocks, personal, plan, skeleton, title, type Fixtures } from "./fixture-builders.ts";

/** Subject and skeleton. */
export const planFixtures = {
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
} satisfies Record<string, Fixtures>;
