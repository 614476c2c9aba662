import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { demoCampaign, openDemo, openEmail, openPage } from "./browser.ts";

interface Visit {
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
}

/** Every page, in the order a person comes by. */
const visits: readonly Visit[] = [
  {
    name: "campaigns",
    go: async (page) => {
      await page.goto("/campaigns");
      await page.getByRole("table").waitFor();
    },
  },
  {
    name: "sequence",
    go: async (page) => {
      await page.getByRole("link", { name: demoCampaign }).click();
      await page.getByRole("region", { name: "Email 1" }).waitFor();
    },
  },
  {
    name: "leads",
    go: async (page) => {
      await page.getByRole("link", { name: /^Leads/ }).click();
      await page.getByRole("table", { name: "Leads" }).waitFor();
    },
  },
  {
    name: "coverage",
    go: async (page) => {
      await page.getByRole("link", { name: "Coverage" }).click();
      await page.getByRole("region", { name: "Coverage" }).waitFor();
    },
  },
  {
    name: "keys",
    go: async (page) => {
      await page.goto("/settings/keys");
      await page.getByRole("region", { name: "Keys" }).waitFor();
    },
  },
  {
    name: "editor",
    go: async (page) => {
      await page.goto("/campaigns");
      await openEmail(page, 1);
    },
  },
];
const tabs = ["Skeleton", "Leads", "History", "Checks", "Draft"];

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html.slice(0, 160)}`));
}

async function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

for (const theme of ["light", "dark"] as const) {
  test(`no page has a fault of accessibility, in the ${theme} theme`, async () => {
    await using opened = await openPage();
    const { page, faults } = opened;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const found: Record<string, string[]> = {};
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Open the demo" }).waitFor();
    found["sign-in"] = await faultsOf(page);
    await openDemo(page);
    for (const visit of visits) {
      await visit.go(page);
      found[visit.name] = await faultsOf(page);
    }
    for (const tab of tabs) {
      await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
      await page.getByRole("tabpanel").waitFor();
      found[`editor, ${tab}`] = await faultsOf(page);
    }
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").waitFor();
    found["palette"] = await faultsOf(page);
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    expect(faults).toEqual([]);
  });
}

test("at 390 and 320 px no page is wider than the screen, and the email is one tap away from the chat", async () => {
  await using opened = await openPage({ width: 390, height: 844, touch: true });
  const { page, faults } = opened;
  await openDemo(page);
  const wide: string[] = [];
  for (const visit of visits) {
    await visit.go(page);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      if (await isWiderThanScreen(page)) wide.push(`${visit.name} at ${width}`);
    }
    await page.setViewportSize({ width: 390, height: 844 });
  }
  expect(wide).toEqual([]);
  const panes = page.getByRole("navigation", { name: "Panes" });
  await panes.getByRole("button", { name: /^Email/ }).tap();
  await page.getByRole("textbox", { name: "Email body" }).waitFor();
  await panes.getByRole("button", { name: /^Leads/ }).tap();
  await page.getByRole("article", { name: /^Preview for/ }).waitFor();
  await panes.getByRole("button", { name: /^Chat/ }).tap();
  await page.getByRole("textbox", { name: "Message Longhand" }).waitFor();
  expect(faults).toEqual([]);
});
