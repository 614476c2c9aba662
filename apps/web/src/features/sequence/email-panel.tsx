import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { formatAgo } from "../../lib/format.ts";
import { nodeState, nodeStateWords } from "../../lib/node-state.ts";
import type { CampaignNode, SessionRow } from "../../lib/wire.ts";
import { buttonClass } from "../../ui/button.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { TemplateText } from "../../ui/template-text.tsx";
import { RemoveNodeButton } from "./remove-node-button.tsx";

interface Props {
  readonly campaignId: string;
  readonly node: CampaignNode;
  readonly number: number;
  readonly session: SessionRow | undefined;
  readonly isDraft: boolean;
  readonly onRemoved: () => void;
}

/** An email as it stands on its node, or as its session has drafted it. */
export function EmailPanel({ campaignId, node, number, session, isDraft, onRemoved }: Props) {
  const state = nodeState(node, session);
  const isDrafted = typeof session?.draftBody === "string";
  const subject = (isDrafted ? session?.draftSubject : node.subject) ?? "";
  const body = session?.draftBody ?? node.body ?? "";
  return (
    <section aria-label={`Email ${number}`} className="pt-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-ui font-semibold">Email {number}</h2>
        <StatusMark status={state} word={nodeStateWords[state]} className="text-table text-muted" />
        {session !== undefined && (
          <span className="text-table text-muted">Last changed {formatAgo(session.updatedAt)}</span>
        )}
        <div className="ml-auto flex gap-2">
          {isDraft && <RemoveNodeButton campaignId={campaignId} node={node} session={session} onRemoved={onRemoved} />}
          <Link
            to="/campaigns/$campaignId/nodes/$nodeId"
            params={{ campaignId, nodeId: node.id }}
            className={buttonClass("primary")}
          >
            {state === "empty" ? "Write this email" : "Open"}
            <ArrowRight size={16} aria-hidden />
          </Link>
        </div>
      </div>
      {body === "" ? (
        <p className="max-w-[34rem] py-6 text-chat text-muted">
          Nothing is written here yet. Say in the chat what this email is for, and Longhand asks what it still needs to
          know.
        </p>
      ) : (
        <article className="mt-4 max-w-[46rem] rounded-dialog border border-hairline bg-surface">
          <p className="border-b border-hairline px-6 py-3 font-medium">
            <TemplateText source={subject === "" ? "(no subject)" : subject} />
          </p>
          <div className="max-w-[42rem] px-6 py-5 text-draft whitespace-pre-wrap">
            <TemplateText source={body} />
          </div>
        </article>
      )}
      {state === "draft" && isDrafted && (
        <p className="mt-3 text-table text-muted">
          This draft is not on the node yet. Open it and choose “Use on node”.
        </p>
      )}
    </section>
  );
}
