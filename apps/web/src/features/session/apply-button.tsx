import { useState } from "react";
import { z } from "zod";
import { appCodeOf, detailsOf, errorText } from "../../lib/error-text.ts";
import { useStore } from "../../lib/store.ts";
import { client, queryClient, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { toast } from "../../ui/toaster.tsx";
import { isDirty } from "../draft/autosave.ts";
import type { EditorWorld } from "./editor-world.ts";

const Issues = z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })).min(1) });

/** Where the draft stands towards its node, in words. */
type Standing = "ready" | "warnings" | "blocked" | "incomplete";

const standings: Record<Standing, readonly ["ready" | "warning" | "error" | "empty", string]> = {
  ready: ["ready", "Ready"],
  warnings: ["warning", "With warnings"],
  blocked: ["error", "Blocked"],
  incomplete: ["empty", "Incomplete"],
};

/** Copies the draft onto its node; errors stop it and are named, with a way to insist. */
export function ApplyButton({ world }: { readonly world: EditorWorld }) {
  const { stores, campaign, node } = world;
  const session = useStore(stores.session, (state) => state.live?.session ?? null);
  const own = useStore(stores.draft, (state) => state.own);
  const dirty = useStore(stores.draft, isDirty);
  const conflict = useStore(stores.draft, (state) => state.conflict !== null);
  const [busy, setBusy] = useState(false);
  const [blocked, setBlocked] = useState<readonly string[]>([]);
  const onNode = node.body === own.body && (node.subject ?? "") === own.subject && own.body !== "";
  const standing: Standing =
    own.body.trim() === "" || own.subject.trim() === ""
      ? "incomplete"
      : (session?.checks?.errors ?? 0) > 0
        ? "blocked"
        : (session?.checks?.warnings ?? 0) > 0
          ? "warnings"
          : "ready";
  const [mark, word] = standings[standing];
  async function apply(force: boolean): Promise<void> {
    setBusy(true);
    try {
      await stores.draft.flush();
      const sessionId = await stores.session.ensure();
      await client.sessions.applyToNode.mutate({ sessionId, force });
      setBlocked([]);
      await queryClient.invalidateQueries(trpc.campaigns.pathFilter());
      toast("The draft is on the node");
    } catch (error) {
      const issues = appCodeOf(error) === "invalid_input" ? Issues.safeParse(detailsOf(error)) : undefined;
      const reasons =
        issues?.success === true
          ? issues.data.issues.filter((issue) => issue.path.startsWith("/checks/")).map((issue) => issue.message)
          : [];
      if (reasons.length > 0 && !force) setBlocked(reasons);
      else toast("The draft was not put on the node", { description: errorText(error), problem: true });
    } finally {
      setBusy(false);
    }
  }
  if (campaign.status !== "draft") return <span>Emails change while the campaign is a draft</span>;
  return (
    <span className="inline-flex items-center gap-3">
      {onNode && !dirty ? (
        <StatusMark status="ready" word="On the node" />
      ) : (
        session !== null &&
        session.checks !== null &&
        own.body !== "" && <StatusMark status={mark} word={word} className="max-sm:hidden" />
      )}
      <Button
        look={onNode ? "secondary" : "primary"}
        size="small"
        disabled={busy || own.body.trim() === "" || conflict || (onNode && !dirty)}
        onClick={() => void apply(false)}
      >
        {busy ? "One moment…" : "Use on node"}
      </Button>
      <Dialog
        open={blocked.length > 0}
        onClose={() => setBlocked([])}
        title="This draft has errors"
        description="They would reach people. Fix them, or use the draft as it stands."
        footer={
          <>
            <Button look="danger" disabled={busy} onClick={() => void apply(true)}>
              Use it anyway
            </Button>
            <Button
              look="primary"
              onClick={() => {
                setBlocked([]);
                world.onPlace({ tab: "checks", pane: "email" });
              }}
            >
              Show the checks
            </Button>
          </>
        }
      >
        <ul className="mt-4 grid gap-2 text-ui">
          {blocked.map((reason, index) => (
            <li key={index}>
              <StatusMark status="error" word={reason} wraps />
            </li>
          ))}
        </ul>
      </Dialog>
    </span>
  );
}
