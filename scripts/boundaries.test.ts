import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One forbidden import of each row of the dependency table: a boundary nobody has seen fail is a wish. */
const forbidden: readonly (readonly [file: string, imported: string])[] = [
  ["packages/template/src/probe.ts", "@longhand/writer"],
  ["packages/template/src/probe.ts", "node:fs"],
  ["packages/writer/src/probe.ts", "@longhand/db"],
  ["packages/writer/src/probe.ts", "inngest"],
  ["packages/db/src/probe.ts", "@longhand/api/contract"],
  ["packages/inngest-local/src/probe.ts", "@longhand/db"],
  ["packages/api/src/verbs/runs/probe.ts", "hono"],
  ["packages/api/src/verbs/runs/probe.ts", "@trpc/server"],
  ["packages/api/src/verbs/runs/probe.ts", "../../doors/rest/app.ts"],
  ["packages/api/src/base/probe.ts", "../verbs/runs/get-run.ts"],
  ["packages/api/src/doors/rest/probe.ts", "../trpc/root.ts"],
  ["packages/api/src/doors/trpc/probe.ts", "../jobs/index.ts"],
  ["packages/api/src/doors/jobs/probe.ts", "@longhand/inngest-local"],
  ["apps/server/src/probe.ts", "@longhand/db"],
  ["apps/web/src/probe.ts", "@longhand/api/server"],
  ["apps/web/src/probe.ts", "node:path"],
  ["apps/cli/src/probe.ts", "@longhand/api/contract"],
];

test.each(forbidden)("lint refuses %s importing %s", (file, imported) => {
  const [rule] = lint(file, `import * as probe from ${JSON.stringify(imported)};\nexport { probe };\n`);
  expect(rule).toContain("no-restricted-imports");
});

test("lint knows process.env in one place", () => {
  const source = "export const port = process.env.PORT;\n";
  expect(lint("packages/api/src/base/probe.ts", source).join()).toContain("no-process-env");
  expect(lint("apps/server/src/env.ts", source)).toEqual([]);
});

/** The rules that a file breaks where it would stand, in a copy of the tree that holds nothing else. */
function lint(file: string, source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "longhand-lint-"));
  try {
    copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), source);
    const output = run(join(root, "node_modules/.bin/oxlint"), ["--format=json", file], folder);
    const { diagnostics } = JSON.parse(output) as { diagnostics: { code: string }[] };
    return diagnostics.map((diagnostic) => diagnostic.code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}
