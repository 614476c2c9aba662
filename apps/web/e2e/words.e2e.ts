import { expect, test } from "vitest";
import { openDemo, openFreshEmail, openPage, readBody, say } from "./browser.ts";

const brief =
  "We sell month-end software to CFOs. Their close takes nine days because invoices are checked by hand. Halvorsen Foods went from nine days to three. Ask for a 15-minute call next week.";

test("a draft changed by hand while an answer is written keeps the person's words and gets the answer as a proposal", async () => {
  await using opened = await openPage({ pace: "slow" });
  const { page, faults } = opened;
  await openDemo(page);
  await openFreshEmail(page);
  await say(page, brief);
  const body = page.getByRole("textbox", { name: "Email body" });
  await body.waitFor();
  await page.getByRole("textbox", { name: "Message Longhand" }).fill("Make it shorter.");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
  await body.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Good morning. ");
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  expect(await readBody(page)).toContain("Good morning. ");
  const proposed = page.getByRole("group", { name: "Proposed changes" });
  await proposed.waitFor();
  await page
    .getByRole("button", { name: /^Accept “|^Accept adding|^Accept removing/ })
    .first()
    .waitFor();
  const pending = page.getByRole("button", { name: /^Reject (“|adding|removing)/ });
  const before = await pending.count();
  await pending.first().click();
  await expect.poll(() => pending.count()).toBe(before - 1);
  await page.reload();
  await body.waitFor();
  await expect.poll(() => pending.count()).toBe(before - 1);
  if (before > 1) await proposed.getByRole("button", { name: "Reject all" }).click();
  await proposed.waitFor({ state: "detached" });
  expect(await readBody(page)).toContain("Good morning. ");
  expect(faults).toEqual([]);
});

test("two tabs that change the same words end with both texts in reach", async () => {
  await using opened = await openPage({ expected: /status of 412/ });
  const { page, context, faults } = opened;
  await openDemo(page);
  await openFreshEmail(page);
  await say(page, brief);
  const other = await context.newPage();
  await other.goto(page.url());
  const theirs = other.getByRole("textbox", { name: "Email body" });
  const mine = page.getByRole("textbox", { name: "Email body" });
  await theirs.waitFor();
  await mine.waitFor();
  // This tab's save waits on the wire until the other tab's has arrived.
  const otherSaved = Promise.withResolvers<void>();
  await page.route(/sessions\.update/, async (route) => {
    await otherSaved.promise;
    await route.continue();
  });
  await mine.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" mine");
  await page.keyboard.press("Control+s");
  await theirs.click();
  await other.keyboard.press("Control+End");
  await other.keyboard.type(" theirs");
  await other.keyboard.press("Control+s");
  await other.getByText("Saved", { exact: true }).first().waitFor();
  otherSaved.resolve();
  const bar = page.getByRole("alert", { name: "Two versions of this draft" });
  await bar.waitFor();
  expect(await readBody(page)).toMatch(/ mine$/);
  await bar.getByRole("button", { name: "Keep mine" }).click();
  await bar.waitFor({ state: "detached" });
  await expect.poll(() => theirs.innerText()).toMatch(/ mine$/);
  await page.getByRole("tab", { name: /^History/ }).click();
  await page.getByRole("button", { name: /more of the same edit$/ }).click();
  await page.getByRole("button", { name: "Show draft version 2" }).first().click();
  await page.getByRole("group", { name: "Viewing an earlier version" }).waitFor();
  await page.getByRole("radio", { name: "Text" }).check();
  await page.getByText(/ theirs$/).waitFor();
  expect(faults).toEqual([]);
});

test("a sign-in that has expired asks over the page, and the message goes on afterwards", async () => {
  await using opened = await openPage();
  const { page, context, faults } = opened;
  await openDemo(page);
  await openFreshEmail(page);
  await context.clearCookies();
  await page.getByRole("textbox", { name: "Message Longhand" }).fill(brief);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await dialog.getByRole("button", { name: "Open the demo" }).click();
  await dialog.waitFor({ state: "detached" });
  const conversation = page.getByRole("log", { name: "Conversation" });
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  await expect.poll(async () => (await conversation.innerText()).split(brief).length).toBe(2);
  await expect.poll(() => conversation.getByText("Sending…").count()).toBe(0);
  expect(faults).toEqual([]);
});
