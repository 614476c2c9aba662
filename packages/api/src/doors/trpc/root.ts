import { account } from "./account.ts";
import { campaigns } from "./campaigns.ts";
import { router } from "./init.ts";
import { keys } from "./keys.ts";
import { leads } from "./leads.ts";
import { nodes } from "./nodes.ts";
import { sessions } from "./sessions.ts";
import { events, examples, runs, turns } from "./work.ts";

export const appRouter = router({ account, campaigns, events, examples, keys, leads, nodes, runs, sessions, turns });

export type AppRouter = typeof appRouter;
