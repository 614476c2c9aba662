import { formatDelay } from "../../lib/format.ts";
import { nodeState, nodeStateWords } from "../../lib/node-state.ts";
import { plainTemplate } from "../../lib/plain-template.ts";
import type { CampaignNode, SessionRow } from "../../lib/wire.ts";
import { cx } from "../../ui/cx.ts";
import { StatusMark } from "../../ui/status-mark.tsx";

interface Props {
  readonly node: CampaignNode;
  readonly session: SessionRow | undefined;
  /** 1-based place among the emails; absent for waits and the end. */
  readonly number: number | undefined;
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** One node of the strip. Emails carry the first words of their subject and a state word. */
export function NodeCard({ node, session, number, current, onChoose, onOpen, onMove }: Props) {
  const isEmail = number !== undefined;
  const state = nodeState(node, session);
  const subject = plainTemplate(session?.draftSubject ?? node.subject ?? "");
  const name = isEmail
    ? `Email ${number}, ${nodeStateWords[state]}`
    : node.type === "delay"
      ? `Wait ${formatDelay(node)}`
      : "End";
  return (
    <button
      type="button"
      aria-current={current ? "true" : undefined}
      aria-label={name}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
      onClick={onChoose}
      onDoubleClick={isEmail ? onOpen : undefined}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
        event.preventDefault();
        onMove(event.key === "ArrowLeft" ? -1 : 1);
      }}
      className={cx(
        "rounded-control border text-left transition-colors pointer-coarse:min-h-11",
        current ? "border-accent bg-surface" : "border-hairline bg-surface hover:border-edge",
        isEmail ? "grid w-48 gap-1 px-3 py-2" : "self-center px-2.5 py-1.5 text-table text-muted",
      )}
    >
      {isEmail ? (
        <>
          <span className="flex items-center justify-between gap-2 text-table">
            <span className="font-medium">
              {number} {node.type === "ai" ? "Per lead" : "Email"}
            </span>
            <StatusMark status={state} word={nodeStateWords[state]} className="text-meta text-muted" />
          </span>
          <span className="truncate text-table text-muted">{subject === "" ? "No subject yet" : subject}</span>
        </>
      ) : node.type === "delay" ? (
        formatDelay(node)
      ) : (
        "End"
      )}
    </button>
  );
}
