// Documentation must be true: every path and command it names exists, and it speaks the glossary.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

// One word per idea: the left is not said, the right is.
const banned = {
  "chat thread": "session",
  placeholder_variable: "variable",
  "merge tag": "variable",
  prospect: "lead",
  workflow: "sequence",
  "API token": "key",
};
const problems = [];

for (const page of pages) {
  const text = readFileSync(join(root, page), "utf8");
  for (const [, path] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
    if (!existsSync(join(root, dirname(page), path))) problems.push(`${page}: link to ${path}, which does not exist`);
  }
  for (const [, path] of text.matchAll(/`((?:apps|packages|scripts|docs)\/[\w./-]+)`/g)) {
    if (!existsSync(join(root, path))) problems.push(`${page}: names ${path}, which does not exist`);
  }
  for (const [, script] of text.matchAll(/`(?:npm run|pnpm) ([a-z0-9]+)[^`]*`/g)) {
    const known = script in scripts || ["install", "run", "exec", "vitest", "add"].includes(script);
    if (!known) problems.push(`${page}: names the script ${script}, which package.json lacks`);
  }
  for (const [said, instead] of Object.entries(banned)) {
    if (new RegExp(`\\b${said}s?\\b`, "i").test(text))
      problems.push(`${page}: says "${said}"; the word is "${instead}"`);
  }
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`docs: ${pages.length} pages are true to the tree`);
