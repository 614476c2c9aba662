import { expect, test } from "vitest";
import { openDemo, openFreshEmail, openPage, readConversation, serverUrl } from "./browser.ts";
import { startFailingProxy } from "./failing-proxy.ts";

const wish =
  "We sell month-end software to CFOs. Their close takes nine days. Halvorsen Foods went from nine days to three. Ask for a 15-minute call next week.";

test("a reload in the middle of an answer shows the same transcript, once", async () => {
  await using opened = await openPage({ pace: "slow" });
  const { page, faults } = opened;
  await openDemo(page);
  await openFreshEmail(page);
  await page.getByRole("textbox", { name: "Message Longhand" }).fill(wish);
  await page.keyboard.press("Enter");
  const conversation = page.getByRole("log", { name: "Conversation" });
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await conversation.getByRole("list", { name: "What was done" }).first().waitFor();
  await page.reload();
  await conversation.getByText(wish).waitFor();
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  const said = await readConversation(page);
  expect(said.split(wish)).toHaveLength(2);
  await page.reload();
  expect(await readConversation(page)).toBe(said);
  expect(faults).toEqual([]);
});

test("Stop ends the answer, keeps the draft as it was, and the next message is heard", async () => {
  await using opened = await openPage({ pace: "slow" });
  const { page, faults } = opened;
  await openDemo(page);
  await openFreshEmail(page);
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

test("seconds of 502 in the middle of an answer are said, lose nothing and show nothing twice", async () => {
  await using proxy = await startFailingProxy(serverUrl("slow"));
  await using opened = await openPage({ url: proxy.url, expected: /502|ERR_/ });
  const { page, faults } = opened;
  await openDemo(page);
  await openFreshEmail(page);
  const composer = page.getByRole("textbox", { name: "Message Longhand" });
  const bar = page.getByRole("alert", { name: "Not connected" });
  await composer.fill(wish);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  proxy.fail();
  await bar.waitFor();
  await composer.fill("Half a thought");
  proxy.recover();
  await bar.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Send when the answer is there" }).waitFor({ state: "detached" });
  expect(await composer.inputValue()).toBe("Half a thought");
  const said = await readConversation(page);
  expect(said.split(wish)).toHaveLength(2);
  await page.reload();
  expect(await readConversation(page)).toBe(said);
  expect(await composer.inputValue()).toBe("Half a thought");
  expect(faults).toEqual([]);
});

test("a message that finds no server is kept with its reason and arrives once when it is tried again", async () => {
  await using proxy = await startFailingProxy(serverUrl("fast"));
  await using opened = await openPage({ url: proxy.url, expected: /502|ERR_/ });
  const { page, faults } = opened;
  await openDemo(page);
  await openFreshEmail(page);
  await page.getByRole("textbox", { name: "Email body" }).waitFor();
  const conversation = page.getByRole("log", { name: "Conversation" });
  proxy.fail();
  await page.getByRole("textbox", { name: "Message Longhand" }).fill(wish);
  await page.keyboard.press("Enter");
  const failed = conversation.getByRole("alert");
  await failed.getByRole("button", { name: "Try again" }).waitFor();
  proxy.recover();
  await failed.getByRole("button", { name: "Try again" }).click();
  await failed.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  expect((await conversation.innerText()).split(wish)).toHaveLength(2);
  expect(faults).toEqual([]);
});
