// The static checks of `pnpm verify` on a machine that may lack pnpm.
import { prepare, run } from "./boot.mjs";

const tools = prepare();
run(tools.pnpm, ["run", "verify"], tools);
