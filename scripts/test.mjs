// `npm test`: every test that needs no browser. Arguments go to vitest.
import { prepare, run, say } from "./boot.mjs";
import { build } from "./build.mjs";
import { reporters } from "./reporters.mjs";

const tools = prepare();
build(tools, ["@longhand/server", "@longhand/web", "@longhand/cli"]);
say("writing declarations");
run(tools.pnpm, ["exec", "turbo", "run", "build", "--output-logs=errors-only", "--no-update-notifier"], tools);
run(tools.pnpm, ["exec", "vitest", "run", ...reporters("unit"), ...process.argv.slice(2)], tools);
