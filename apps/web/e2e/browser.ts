import { randomUUID } from "node:crypto";
import { chromium, type BrowserContext, type Page } from "playwright-core";

/** A page of the built application, with everything that went wrong in it. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, unhandled rejections and failed answers so far; a journey ends with none. */
  readonly faults: string[];
}

const flags = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The address of the server under test: `fast` answers without pause, `slow` word by word. */
export function serverUrl(pace: "fast" | "slow"): string {
  const url = process.env[pace === "fast" ? "E2E_URL" : "E2E_SLOW_URL"];
  if (url === undefined) throw new Error("Start the journeys with `pnpm e2e`: it starts the server first.");
  return url;
}

interface Options {
  readonly pace?: "fast" | "slow";
  /** Another way to the server, such as a proxy. */
  readonly url?: string;
  readonly width?: number;
  readonly height?: number;
  readonly touch?: boolean;
  /** Faults that a journey causes on purpose. */
  readonly expected?: RegExp;
}

/** Open Chromium on a blank page of the server. */
export async function openPage({
  pace = "fast",
  url,
  width = 1440,
  height = 900,
  touch = false,
  expected,
}: Options = {}): Promise<OpenPage> {
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: process.env["E2E_CHROMIUM"] ?? "/usr/bin/chromium",
    args: asRoot ? [...flags, "--no-sandbox"] : flags,
  });
  const context = await browser.newContext({
    baseURL: url ?? serverUrl(pace),
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  const note = (fault: string) => {
    // Nobody is signed in on the first page: its 401 is the answer, not a fault.
    if (/status of 401/.test(fault) || expected?.test(fault) === true) return;
    faults.push(fault);
  };
  page.on("console", (message) => message.type() === "error" && note(message.text()));
  page.on("pageerror", (error) => note(`unhandled: ${error.message}`));
  page.on("response", (answer) => answer.status() >= 500 && note(`${answer.status()} ${answer.url()}`));
  return {
    page,
    context,
    faults,
    async [Symbol.asyncDispose]() {
      await browser.close();
    },
  };
}

/** Sign in with the one-click demo and see the campaigns. */
export async function openDemo(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Open the demo" }).click();
  await page.getByRole("heading", { name: "Campaigns", exact: true }).waitFor();
}

/** The campaign a fresh installation comes with. */
export const demoCampaign = "Autumn CFO outreach";

/** From the campaigns to the chat editor of one email of the demo campaign. */
export async function openEmail(page: Page, number: number): Promise<void> {
  await page.getByRole("link", { name: demoCampaign }).click();
  await page.getByRole("button", { name: new RegExp(`^Email ${number},`) }).click();
  await page.getByRole("link", { name: /^(Open|Write this email)$/ }).click();
  await page.getByRole("textbox", { name: "Message Longhand" }).waitFor();
}

/** Make a campaign of its own for this test and open the chat editor of its one email, where nothing has been said yet. */
export async function openFreshEmail(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New campaign" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(`Campaign ${randomUUID()}`);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("link", { name: "Write this email" }).click();
  await page.getByRole("textbox", { name: "Message Longhand" }).waitFor();
}

/** Send a message and wait until nothing works any more. */
export async function say(page: Page, text: string): Promise<void> {
  const conversation = page.getByRole("log", { name: "Conversation" });
  const answers = conversation.getByText(/^Longhand( · Stopped)?$/);
  const before = await answers.count();
  await page.getByRole("textbox", { name: "Message Longhand" }).fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await answers.nth(before).waitFor();
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
}

/** The words of the conversation once it is whole: each answer has come with the list of what it used. */
export async function readConversation(page: Page): Promise<string> {
  const conversation = page.getByRole("log", { name: "Conversation" });
  const answers = conversation.getByText("Longhand", { exact: true });
  await answers.first().waitFor();
  await conversation
    .getByRole("button", { name: "What I used" })
    .nth((await answers.count()) - 1)
    .waitFor();
  return (await conversation.innerText()).replaceAll(/\s+/g, " ");
}

/** The draft's body as its reader sees it, with chips as their labels. */
export async function readBody(page: Page): Promise<string> {
  return page.getByRole("textbox", { name: "Email body" }).innerText();
}
