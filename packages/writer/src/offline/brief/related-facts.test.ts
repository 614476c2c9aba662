import { expect, test } from "vitest";
import type { Fact } from "../../state.ts";
import { Conversation } from "../testing/conversation.ts";

const facts: readonly Fact[] = [
  { id: "f1", kind: "overview", text: "Acme makes accounting software for finance teams.", title: "Overview" },
  { id: "f2", kind: "problem_solved", text: "Finance teams spend nine days on month-end.", title: "Problem" },
  { id: "f3", kind: "proof", text: "Kite cut month-end from nine days to four.", title: "Proof" },
];

test("facts about another product stay out of the email", async () => {
  const talk = new Conversation({ facts });
  await talk.say(
    "Write to florists. We rent out electric cargo bikes. Parking fines eat their margin on every delivery. Ask for a test ride.",
  );
  expect(talk.body).toContain("parking fines eat their margin on every delivery.");
  expect(talk.body).not.toMatch(/month-end|Kite|finance/i);
});

test("facts about the same product fill what the chat left open, and nothing else", async () => {
  const talk = new Conversation({ facts });
  await talk.say("Write to finance leads about our accounting software. Invoices get lost in inboxes. Ask for a call.");
  expect(talk.body).toContain("Invoices get lost in inboxes.");
  expect(talk.body).not.toMatch(/spend nine days/);
  expect(talk.body).toContain("Kite cut month-end from nine days to four.");
});
