import { checkDraft } from "../../verbs/checks/check-draft.ts";
import { decideHunks } from "../../verbs/proposals/decide-hunks.ts";
import { applyToNode } from "../../verbs/sessions/apply-to-node.ts";
import {
  ApplyToNodeInput,
  CreateSessionInput,
  DecideHunksInput,
  ListSessionsInput,
  RestoreVersionInput,
  SessionRef,
  UpdateSessionInput,
} from "../../verbs/sessions/contract.ts";
import { createSession } from "../../verbs/sessions/create-session.ts";
import { findSession } from "../../verbs/sessions/find-session.ts";
import { getSession } from "../../verbs/sessions/get-session.ts";
import { listSessions } from "../../verbs/sessions/list-sessions.ts";
import { removeSession } from "../../verbs/sessions/remove-session.ts";
import { restoreVersion } from "../../verbs/sessions/restore-version.ts";
import { snapshotSession } from "../../verbs/sessions/snapshot-session.ts";
import { updateSession } from "../../verbs/sessions/update-session.ts";
import { procedure, router } from "./init.ts";

export const sessions = router({
  list: procedure.input(ListSessionsInput).query(({ ctx, input }) => listSessions(ctx.verb, input)),
  forNode: procedure.input(CreateSessionInput).query(({ ctx, input }) => findSession(ctx.verb, input)),
  get: procedure.input(SessionRef).query(({ ctx, input }) => getSession(ctx.verb, input)),
  snapshot: procedure.input(SessionRef).query(({ ctx, input }) => snapshotSession(ctx.verb, input)),
  checks: procedure.input(SessionRef).query(({ ctx, input }) => checkDraft(ctx.verb, input)),
  create: procedure.input(CreateSessionInput).mutation(({ ctx, input }) => createSession(ctx.verb, input)),
  update: procedure.input(UpdateSessionInput).mutation(({ ctx, input }) => updateSession(ctx.verb, input)),
  restore: procedure.input(RestoreVersionInput).mutation(({ ctx, input }) => restoreVersion(ctx.verb, input)),
  decideHunks: procedure.input(DecideHunksInput).mutation(({ ctx, input }) => decideHunks(ctx.verb, input)),
  applyToNode: procedure.input(ApplyToNodeInput).mutation(({ ctx, input }) => applyToNode(ctx.verb, input)),
  remove: procedure.input(SessionRef).mutation(({ ctx, input }) => removeSession(ctx.verb, input)),
});
