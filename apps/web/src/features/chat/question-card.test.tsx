import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { QuestionCard } from "./question-card.tsx";

const question = { question: "Which ask fits?", options: ["15-minute call", "Send the study"], about: "ask" };

function givenCard(part: { readonly answer?: string; readonly canAnswer?: boolean } = {}) {
  const said: string[] = [];
  render(
    <QuestionCard
      question={question}
      answer={part.answer}
      canAnswer={part.canAnswer ?? true}
      onAnswer={(text) => said.push(text)}
    />,
  );
  return said;
}

test("an option answers in its own words", async () => {
  const said = givenCard();
  await userEvent.click(screen.getByRole("button", { name: "Send the study" }));
  expect(said).toEqual(["Send the study"]);
});

test("own words answer, and nothing is sent while there are none", async () => {
  const said = givenCard();
  expect(screen.getByRole("button", { name: "Answer" })).toHaveProperty("disabled", true);
  await userEvent.type(screen.getByRole("textbox", { name: "Your own answer" }), "A quick question{Enter}");
  expect(said).toEqual(["A quick question"]);
});

test("the choice can be left to Longhand", async () => {
  const said = givenCard();
  await userEvent.click(screen.getByRole("button", { name: "Decide for me" }));
  expect(said).toEqual(["Decide for me."]);
});

test("an answered card shows the answer and cannot be answered again", () => {
  givenCard({ answer: "15-minute call" });
  expect(screen.getByText("15-minute call")).toBeDefined();
  expect(screen.queryAllByRole("button")).toEqual([]);
});

test("while a run works the card waits", () => {
  givenCard({ canAnswer: false });
  expect(screen.getByRole("button", { name: "15-minute call" })).toHaveProperty("disabled", true);
});
