import type { z } from "zod";
import type { AppErrorCode } from "../../base/errors.ts";
import { exampleIds, exampleSession } from "./examples.ts";
import type { ErrorJson } from "./json/error.ts";
import type { Route } from "./route.ts";

const request_id = "01981f44-6172-7368-9177-8091a2b3c4d5";

const sentences: Record<AppErrorCode, string> = {
  unauthorized: "A live API key is needed. Send it as Authorization: Bearer lh_….",
  forbidden: 'This key lacks the scope "draft". Create a key that has it.',
  not_found: "Campaign not found",
  invalid_input: "campaign_id is required. Correct it and send again.",
  no_skeleton: "Session has no framework yet. Chat first to create one.",
  node_not_draftable: "A delay node has no email to draft. Pick an email node.",
  field_read_only: "messages, task_status are managed by the server. Leave them out.",
  not_draft: "The campaign is active. Its nodes and leads can be changed while it is in status draft.",
  session_exists: "This node already has a session. Open it, or delete it to start over.",
  session_busy: "Session is busy (chat_processing)",
  name_taken: 'You already have a campaign named "Heads of operations, spring". Pick another name.',
  idempotency_conflict: "This Idempotency-Key was used for another request. Use a fresh key.",
  revision_conflict: "The session has changed since you read it. Merge with the current version and save again.",
  payload_too_large: "The body is larger than 1 MiB. Send less at a time.",
  method_not_allowed: "This path does not take that method. Use one that Allow names.",
  unsupported_media_type: "The body must be JSON. Send it with Content-Type: application/json.",
  rate_limited: "This key has used its 600 requests a minute. Wait 1 s.",
  upstream_failed: "The model provider did not answer. Try again.",
  unavailable: "The database is not ready. Try again in a moment.",
  internal: "Something went wrong on our side. Try again, and report the request_id if it stays.",
};

/** What a refusal of this route looks like. */
export function errorExample(
  code: AppErrorCode,
  route: Pick<Route, "access" | "ids" | "tag">,
): z.infer<typeof ErrorJson> {
  const noun = Object.values(route.ids)[0] ?? "Campaign";
  switch (code) {
    case "not_found":
      return { error: `${noun} not found`, code, request_id };
    case "forbidden":
      return {
        error: sentences[code].replace("draft", route.access === "run" ? "read" : route.access),
        code,
        request_id,
      };
    case "invalid_input":
      return { error: sentences[code], code, issues: [{ path: "/campaign_id", message: "is required" }], request_id };
    case "session_busy":
      return { error: sentences[code], code, run_id: exampleIds.run, request_id };
    case "session_exists":
      return { error: sentences[code], code, session_id: exampleIds.session, request_id };
    case "revision_conflict": {
      if (route.tag !== "Sessions")
        return { error: sentences[code].replace("session", "campaign"), code, revision: 4, request_id };
      const { draft_subject, draft_body, skeleton, framework_version } = exampleSession;
      return {
        error: sentences[code],
        code,
        revision: 4,
        current: { revision: 4, draft_subject, draft_body, draft_version: 2, skeleton, framework_version },
        request_id,
      };
    }
    default:
      return { error: sentences[code], code, request_id };
  }
}
