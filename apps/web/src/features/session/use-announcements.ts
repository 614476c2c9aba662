import { useEffect } from "react";
import { announce } from "../../lib/announcer.ts";
import { count } from "../../lib/format.ts";
import type { SessionStore } from "./session-store.ts";

/** Says in words what a person who sees the page sees happen. Streaming text is not read out. */
export function useAnnouncements(session: SessionStore): void {
  useEffect(() => {
    let former = session.get();
    return session.subscribe(() => {
      const state = session.get();
      const [was, is] = [former.live, state.live];
      former = state;
      if (is === null) return;
      const wasWorking = was !== null && was.run !== null;
      if (is.run !== null && !wasWorking) return announce(is.run.kind === "examples" ? "Writing examples" : "Working");
      const label = is.steps.at(-1)?.label;
      if (typeof label === "string" && label !== was?.steps.at(-1)?.label) return announce(`Working: ${label}`);
      const version = is.session.draftVersion;
      if (version !== null && version !== was?.session.draftVersion && is.session.draftAuthor === "assistant") {
        const { checks } = is.session;
        return announce(
          `Draft version ${version}${checks === null ? "" : `, ${count(checks.errors, "error")}, ${count(checks.warnings, "warning")}`}`,
        );
      }
      if (is.run === null && wasWorking) {
        const last = is.session.messages?.at(-1);
        announce(
          last?.status === "failed"
            ? "The answer failed"
            : last?.details?.question !== undefined
              ? "Longhand asks a question"
              : "Answer ready",
        );
      }
    });
  }, [session]);
}
