import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef } from "react";
import { expect, test } from "vitest";
import { Composer } from "./composer.tsx";

function givenComposer(part: { readonly working?: boolean } = {}) {
  const sent: string[] = [];
  let stops = 0;
  const view = render(
    <Composer
      ref={createRef()}
      copyKey="own.u.n.composer"
      working={part.working ?? false}
      stopping={false}
      quote={null}
      chips={null}
      onDropQuote={() => undefined}
      onSend={(text) => sent.push(text)}
      onStop={() => (stops += 1)}
    />,
  );
  return { sent, stops: () => stops, field: screen.getByRole("textbox", { name: "Message Longhand" }), view };
}

test("Enter sends what was typed and empties the field", async () => {
  const { sent, field } = givenComposer();
  await userEvent.type(field, "Shorter, please{Enter}");
  expect(sent).toEqual(["Shorter, please"]);
  expect(field).toHaveProperty("value", "");
});

test("Shift+Enter breaks the line and blank text is not sent", async () => {
  const { sent, field } = givenComposer();
  await userEvent.type(field, "One{Shift>}{Enter}{/Shift}two");
  expect(field).toHaveProperty("value", "One\ntwo");
  await userEvent.clear(field);
  await userEvent.type(field, "   {Enter}");
  expect(sent).toEqual([]);
});

test("the Enter that confirms a composed word sends nothing", async () => {
  const { sent, field } = givenComposer();
  await userEvent.type(field, "にほん");
  fireEvent.compositionStart(field);
  const confirming = createEvent.keyDown(field, { key: "Enter", keyCode: 229 });
  fireEvent(field, confirming);
  fireEvent.compositionEnd(field);
  fireEvent.keyDown(field, { key: "Enter", keyCode: 13 });
  expect(sent).toEqual([]);
});

test("while an answer is written, Stop stands where Send was, and Escape stops too", async () => {
  const { stops, field } = givenComposer({ working: true });
  await userEvent.click(screen.getByRole("button", { name: "Stop" }));
  await userEvent.type(field, "{Escape}");
  expect(stops()).toBe(2);
});

test("a message typed while an answer is written can be sent to wait", async () => {
  const { sent, field } = givenComposer({ working: true });
  await userEvent.type(field, "And softer");
  await userEvent.click(screen.getByRole("button", { name: "Send when the answer is there" }));
  expect(sent).toEqual(["And softer"]);
});

test("unsent words are there again after the page was left", async () => {
  const { field, view } = givenComposer();
  await userEvent.type(field, "Half a thought");
  fireEvent(window, new Event("pagehide"));
  view.unmount();
  givenComposer();
  expect(screen.getByRole("textbox", { name: "Message Longhand" })).toHaveProperty("value", "Half a thought");
});
