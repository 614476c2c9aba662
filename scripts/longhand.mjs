// `npm run longhand -- …`: the command, built when it is not there yet.
import { join } from "node:path";
import { become } from "./become.mjs";
import { prepare, root } from "./boot.mjs";
import { build } from "./build.mjs";

const tools = prepare();
build(tools, ["@longhand/server", "@longhand/web", "@longhand/cli"]);
become(tools.node, [join(root, "apps/cli/dist/main.mjs"), ...process.argv.slice(2)], tools);
