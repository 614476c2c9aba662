import { anna, ben, example, filler, middle, skeleton, text, title, type Fixtures } from "./fixture-builders.ts";

/** Variables, and how they read for a lead. */
export const variableFixtures = {
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
} satisfies Record<string, Fixtures>;
