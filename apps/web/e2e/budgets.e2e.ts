import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openDemo, openEmail, openPage } from "./browser.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** Scripts the page asks for, by file name, from now on. */
function watchScripts(page: Page): Set<string> {
  const names = new Set<string>();
  page.on("request", (request) => {
    const path = new URL(request.url()).pathname;
    if (path.endsWith(".js")) names.add(path.slice(1));
  });
  return names;
}

async function gzippedKb(names: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const name of names) bytes += gzipSync(await readFile(dist + name)).length;
  return bytes / 1024;
}

test("no page loads more than 260 KB before the chunks read beside it; the editor's own stays under 125 KB, gzipped", async () => {
  await using opened = await openPage();
  const { page, faults } = opened;
  const scripts = watchScripts(page);
  await openDemo(page);
  await page.getByRole("table").waitFor();
  const campaigns = await gzippedKb(scripts);
  await openEmail(page, 1);
  scripts.clear();
  await page.reload();
  await page.getByRole("textbox", { name: "Email body" }).waitFor();
  const named = (part: string) => [...scripts].filter((name) => name.includes(part));
  const editor = await gzippedKb(named("draft-pane"));
  const answers = await gzippedKb(named("answer-markdown"));
  const before = (await gzippedKb(scripts)) - editor - answers;
  const sizes = { campaigns, before, editor, answers };
  console.log(
    Object.entries(sizes)
      .map(([name, kb]) => `${name} ${kb.toFixed(0)} KB`)
      .join(", "),
  );
  expect(editor).toBeGreaterThan(0);
  expect(campaigns).toBeLessThan(260);
  expect(before).toBeLessThan(260);
  expect(editor).toBeLessThan(125);
  expect(faults).toEqual([]);
});
