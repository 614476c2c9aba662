import { expect, test } from "vitest";
import { demoCampaign, openDemo, openEmail, openPage, readBody, say } from "./browser.ts";

test("a seller writes an email by chat and by hand, looks at it for real leads, uses it, and finds it all after a reload", async () => {
  await using opened = await openPage();
  const { page, faults } = opened;
  await openDemo(page);
  await openEmail(page, 2);

  await say(
    page,
    "Follow up on the first email. We help finance teams close the month in three days instead of nine. Ask for a 15-minute call next week.",
  );
  await say(page, "Halvorsen Foods went from nine days to three. Use that as the proof.");
  await say(page, "Make it a bit friendlier.");
  const conversation = page.getByRole("log", { name: "Conversation" });
  await conversation
    .getByRole("button", { name: /^Show draft version/ })
    .first()
    .waitFor();
  expect((await readBody(page)).trim().length).toBeGreaterThan(80);

  await page.getByRole("tab", { name: "Skeleton" }).click();
  await page.getByRole("list", { name: "Blocks" }).waitFor();
  expect(await page.getByRole("list", { name: "Blocks" }).getByRole("listitem").count()).toBeGreaterThan(2);

  await page.getByRole("tab", { name: /^Leads/ }).click();
  await page.getByRole("button", { name: "Write 5 examples" }).click();
  const examples = page.getByRole("article", { name: /^Example for/ });
  await examples.nth(4).waitFor();
  await page.getByRole("button", { name: "Write 5 examples" }).and(page.locator(":enabled")).waitFor();
  expect(await examples.count()).toBe(5);

  await page.getByRole("tab", { name: "Draft" }).click();
  const body = page.getByRole("textbox", { name: "Email body" });
  await body.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n\nP.S. I will be in Oslo on Thursday.");
  await page.getByText("Saved", { exact: true }).waitFor();

  await say(page, "Make it shorter.");
  const drafts = page.getByRole("tab", { name: /^History/ });
  await drafts.click();
  await page
    .getByRole("button", { name: /^Show draft version/ })
    .first()
    .waitFor();
  await page.getByRole("tab", { name: "Draft" }).click();
  const proposed = page.getByRole("group", { name: "Proposed changes" });
  if (await proposed.isVisible()) await proposed.getByRole("button", { name: "Accept all" }).click();
  const written = await readBody(page);

  await page.getByRole("button", { name: "Use on node" }).click();
  await page
    .getByText("On the node", { exact: true })
    .or(page.getByRole("button", { name: "Use it anyway" }))
    .first()
    .waitFor();
  const insist = page.getByRole("button", { name: "Use it anyway" });
  if (await insist.isVisible()) await insist.click();
  await page.getByText("On the node", { exact: true }).waitFor();

  const said = await conversation.innerText();
  await page.reload();
  await page.getByRole("log", { name: "Conversation" }).getByText("Make it shorter.").waitFor();
  expect(await page.getByRole("log", { name: "Conversation" }).innerText()).toBe(said);
  await page.getByRole("textbox", { name: "Email body" }).waitFor();
  expect(await readBody(page)).toBe(written);
  await page.getByText("On the node", { exact: true }).waitFor();
  await page.getByRole("tab", { name: /^Leads/ }).click();
  await page
    .getByRole("article", { name: /^Example for/ })
    .nth(4)
    .waitFor();

  await page.getByRole("link", { name: demoCampaign }).click();
  await page.getByRole("button", { name: "Email 2, Ready" }).waitFor();
  expect(faults).toEqual([]);
});

test("every word written by hand can be found again after the draft was rewritten and restored", async () => {
  await using opened = await openPage();
  const { page, faults } = opened;
  await openDemo(page);
  await openEmail(page, 1);
  const body = page.getByRole("textbox", { name: "Email body" });
  await body.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n\nP.S. The study has a page on Oslo.");
  await page.getByText("Saved", { exact: true }).waitFor();
  const mine = await readBody(page);
  await say(page, "Write another version with a different opener.");
  await page.getByRole("tab", { name: /^History/ }).click();
  const mineRow = page
    .getByRole("button", { name: /^Show draft version/ })
    .filter({ hasText: "You" })
    .first();
  await mineRow.click();
  await page
    .getByRole("group", { name: "Viewing an earlier version" })
    .or(page.getByRole("textbox", { name: "Email body" }))
    .first()
    .waitFor();
  const restore = page.getByRole("button", { name: "Restore", exact: true });
  if (await restore.isVisible()) await restore.click();
  await page.getByRole("textbox", { name: "Email body" }).waitFor();
  await expect.poll(() => readBody(page)).toBe(mine);
  expect(faults).toEqual([]);
});
