// `npm test`: every test that needs no browser. Arguments go to vitest.
import { join } from "node:path";
import { prepare, run, say } from "./boot.mjs";
import { build } from "./build.mjs";

const tools = prepare();
build(tools, ["@longhand/server", "@longhand/web", "@longhand/cli"]);
say("writing declarations");
run(tools.pnpm, ["exec", "turbo", "run", "build", "--output-logs=errors-only", "--no-update-notifier"], tools);
const report = process.env.LONGHAND_TEST_REPORT;
const reporters = report
  ? ["--reporter=default", "--reporter=json", `--outputFile.json=${join(report, "unit.json")}`]
  : [];
run(tools.pnpm, ["exec", "vitest", "run", ...reporters, ...process.argv.slice(2)], tools);
