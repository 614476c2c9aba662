import { expect, test } from "vitest";
import { openDemo, openEmail, openPage } from "./browser.ts";

const wish =
  "We sell month-end software to CFOs. Their close takes nine days. Halvorsen Foods went from nine days to three. Ask for a 15-minute call next week.";

test("a reload in the middle of an answer shows the same transcript, once", async () => {
  await using opened = await openPage({ pace: "slow" });
  const { page, faults } = opened;
  await openDemo(page);
  await openEmail(page, 2);
  await page.getByRole("textbox", { name: "Message Longhand" }).fill(wish);
  await page.keyboard.press("Enter");
  const conversation = page.getByRole("log", { name: "Conversation" });
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await conversation.getByRole("list", { name: "What was done" }).first().waitFor();
  await page.reload();
  await conversation.getByText(wish).waitFor();
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  await conversation.getByText("Longhand", { exact: true }).first().waitFor();
  const said = await conversation.innerText();
  expect(said.split(wish)).toHaveLength(2);
  await page.reload();
  await conversation.getByText("Longhand", { exact: true }).first().waitFor();
  expect(await conversation.innerText()).toBe(said);
  expect(faults).toEqual([]);
});

test("Stop ends the answer, keeps the draft as it was, and the next message is heard", async () => {
  await using opened = await openPage({ pace: "slow" });
  const { page, faults } = opened;
  await openDemo(page);
  await openEmail(page, 3);
  const composer = page.getByRole("textbox", { name: "Message Longhand" });
  await composer.fill(wish);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  expect(await composer.evaluate((element) => element === document.activeElement)).toBe(true);
  await composer.fill("Shorter, please.");
  await page.keyboard.press("Enter");
  await page.getByRole("log", { name: "Conversation" }).getByText("Shorter, please.").waitFor();
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  expect(faults).toEqual([]);
});

test("without a network the page says so after three seconds, keeps what is typed, and catches up by itself", async () => {
  await using opened = await openPage({
    pace: "slow",
    expected: /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|Failed to fetch|NetworkError/,
  });
  const { page, context, faults } = opened;
  await openDemo(page);
  await openEmail(page, 1);
  await page.getByRole("textbox", { name: "Email body" }).waitFor();
  await context.setOffline(true);
  await page.getByRole("textbox", { name: "Message Longhand" }).fill("Make it friendlier.");
  await page.keyboard.press("Enter");
  const failed = page.getByRole("log", { name: "Conversation" }).getByRole("alert");
  await failed.getByRole("button", { name: "Try again" }).waitFor();
  await context.setOffline(false);
  await failed.getByRole("button", { name: "Try again" }).click();
  const conversation = page.getByRole("log", { name: "Conversation" });
  await failed.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  expect((await conversation.innerText()).split("Make it friendlier.")).toHaveLength(2);
  expect(faults).toEqual([]);
});
