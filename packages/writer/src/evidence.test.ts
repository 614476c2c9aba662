import { expect, test } from "vitest";
import { collectEvidence, groundClaims } from "./evidence.ts";
import type { OtherEmail } from "./state.ts";
import { givenTurn } from "./testing/given-turn.ts";

const said: OtherEmail = {
  place: 1,
  subject: "Cranes",
  body: "Hi there",
  purpose: null,
  brief: {
    proof: {
      value: "Port of Esbjerg",
      source: "message",
      quote: "Our sensors warned Port of Esbjerg 14 days before a gearbox failed",
    },
    pain: { value: "downtime", source: "inferred", quote: "downtime costs 9,000 an hour" },
  },
  notes: null,
};
const followUp = givenTurn("Write the follow-up.", {}, { other_emails: [said], facts: [] });

test("what was said in the chat of another email backs a figure in this one", () => {
  const email = { subject: "Cranes", body: "Our sensors warned Port of Esbjerg 14 days before a gearbox failed." };
  const figure = groundClaims(email, [], collectEvidence(followUp)).find((claim) => claim.text.includes("14"));
  expect(figure?.evidence_ids).toEqual(["email:1:proof"]);
});

test("what a writer only inferred for another email backs nothing", () => {
  const email = { subject: "Cranes", body: "That downtime costs 9,000 an hour." };
  const figure = groundClaims(email, [], collectEvidence(followUp)).find((claim) => claim.text.includes("9,000"));
  expect(figure).toMatchObject({ evidence_ids: [] });
});
