import { expect, test } from "vitest";
import { openDemo, openPage } from "./browser.ts";

test("a campaign is made, gets leads pasted, corrected and removed, a longer sequence, and is deleted by its name", async () => {
  await using opened = await openPage();
  const { page, faults } = opened;
  await openDemo(page);
  await page.getByRole("button", { name: "New campaign" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Winter pilots");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("heading", { name: "Winter pilots" }).waitFor();

  await page.getByRole("link", { name: /^Leads/ }).click();
  await page.getByRole("button", { name: "Paste rows" }).click();
  const rows =
    "First name\tEmail\tCompany\tTeam size\nAna\tana@nordwind.example\tNordwind\t12\nBen\tnobody\tHalden\t4\nChi\tchi@kestrel.example\tKestrel\t";
  await page.getByRole("textbox", { name: "Rows" }).fill(rows);
  await page.getByText("Row 2: “nobody” is no email address").waitFor();
  await page.getByRole("button", { name: "Add 2 leads" }).click();
  const table = page.getByRole("table", { name: "Leads" });
  await table.getByRole("button", { name: "Company: Nordwind. Edit" }).click();
  await page.getByRole("textbox", { name: "Company of Ana" }).fill("Nordwind Group");
  await page.keyboard.press("Enter");
  await table.getByRole("button", { name: "Company: Nordwind Group. Edit" }).waitFor();
  await page.getByRole("searchbox", { name: "Search leads" }).fill("kestrel");
  await page.getByText("1 found").waitFor();
  await page.getByRole("checkbox", { name: "Choose Chi" }).check();
  await page.getByRole("button", { name: "Delete 1" }).click();
  await page.getByText("No lead matches.").waitFor();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.getByText("1 found").waitFor();

  await page.getByRole("link", { name: "Coverage" }).click();
  await page.getByRole("link", { name: "1", exact: true }).waitFor();

  await page.getByRole("link", { name: "Sequence", exact: true }).click();
  const strip = page.getByRole("list", { name: "Sequence" });
  await page.getByRole("button", { name: "Add to the sequence" }).click();
  await page.getByRole("menuitem", { name: "Wait" }).click();
  await strip.getByRole("button", { name: "Wait 3 days" }).waitFor();
  await page.getByRole("button", { name: "Add to the sequence" }).click();
  await page.getByRole("menuitem", { name: "Email, one text with variables" }).click();
  await strip.getByRole("button", { name: "Email 2, Empty" }).waitFor();
  await strip.getByRole("button", { name: "Email 2, Empty" }).focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect
    .poll(() => strip.getByRole("button").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label"))))
    .toEqual(["Email 1, Empty", "Email 2, Empty", "Wait 3 days", "End", "Add to the sequence"]);
  await strip.getByRole("button", { name: "Wait 3 days" }).click();
  await page.getByRole("button", { name: "Remove this wait" }).click();
  await strip.getByRole("button", { name: "Wait 3 days" }).waitFor({ state: "detached" });

  await page.getByRole("button", { name: "More for this campaign" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this campaign?" });
  expect(await dialog.getByRole("button", { name: "Delete campaign" }).isDisabled()).toBe(true);
  await dialog.getByRole("textbox").fill("Winter pilots");
  await dialog.getByRole("button", { name: "Delete campaign" }).click();
  await page.getByRole("heading", { name: "Campaigns", exact: true }).waitFor();
  await page.getByRole("link", { name: "Winter pilots" }).waitFor({ state: "detached" });
  expect(faults).toEqual([]);
});

test("a key is shown once, works in no address, and can be revoked", async () => {
  await using opened = await openPage();
  const { page, faults } = opened;
  await openDemo(page);
  await page.goto("/settings/keys");
  await page.getByRole("button", { name: "New key" }).first().click();
  await page.getByRole("textbox", { name: "What it is for" }).fill("CRM sync");
  await page.getByRole("button", { name: "Make key" }).click();
  const secret = await page.getByRole("dialog", { name: "Your new key" }).getByText(/^lh_/).innerText();
  await page.getByRole("button", { name: "I have kept it" }).click();
  await page.getByRole("cell", { name: "CRM sync" }).waitFor();
  expect(await page.content()).not.toContain(secret);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(secret);
  await page
    .getByRole("row", { name: /CRM sync/ })
    .getByRole("button", { name: "Revoke" })
    .click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await page.getByRole("cell", { name: "CRM sync" }).waitFor({ state: "detached" });
  expect(faults).toEqual([]);
});
