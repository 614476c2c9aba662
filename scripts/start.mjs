// `npm start`: everything a person needs, from a bare clone to a running product.
import { join } from "node:path";
import { becomeServer } from "./become.mjs";
import { prepare, root } from "./boot.mjs";
import { build } from "./build.mjs";

const tools = prepare();
build(tools, ["@longhand/server", "@longhand/web"]);
becomeServer(tools.node, ["--enable-source-maps", join(root, "apps/server/dist/main.mjs")], tools);
