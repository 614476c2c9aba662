import { CreateKeyInput, KeyRef } from "../../verbs/keys/contract.ts";
import { createKey } from "../../verbs/keys/create-key.ts";
import { listKeys } from "../../verbs/keys/list-keys.ts";
import { revokeKey } from "../../verbs/keys/revoke-key.ts";
import { procedure, router } from "./init.ts";

export const keys = router({
  list: procedure.query(({ ctx }) => listKeys(ctx.verb)),
  create: procedure.input(CreateKeyInput).mutation(({ ctx, input }) => createKey(ctx.verb, input)),
  revoke: procedure.input(KeyRef).mutation(({ ctx, input }) => revokeKey(ctx.verb, input)),
});
