import { parse, variables } from "@longhand/template";
import { expect, test } from "vitest";
import { Conversation } from "../testing/conversation.ts";

const brief =
  "We sell hearing tests to factory managers. Their checks take a whole shift. Our van comes to the gate. Ask for a call.";

function namesIn(text: string): string[] {
  return variables(parse(text)).map(({ name }) => name);
}

test("a caller who lists its variables gets no other, and the sender by name", async () => {
  const conversation = new Conversation({ variables: ["first_name"] });
  await conversation.say(brief);
  expect([...new Set(namesIn(conversation.subject + conversation.body))]).toEqual(["first_name"]);
  expect(conversation.body.trim().endsWith("Sam")).toBe(true);
});

test("without a list the sender stays a variable", async () => {
  const conversation = new Conversation();
  await conversation.say(brief);
  expect(namesIn(conversation.body)).toContain("sender_first");
});
