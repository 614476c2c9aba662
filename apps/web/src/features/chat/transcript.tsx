import { ArrowDown } from "lucide-react";
import { useImperativeHandle, type ReactNode, type RefObject } from "react";
import type { Message } from "../../lib/wire.ts";
import { Answer } from "./answer.tsx";
import { useFollowScroll } from "./use-follow-scroll.ts";
import { UserMessage } from "./user-message.tsx";

/** Brings the end of the transcript into view. */
export interface TranscriptHandle {
  attach(): void;
}

interface Props {
  readonly ref: RefObject<TranscriptHandle | null>;
  readonly messages: readonly Message[];
  readonly busy: boolean;
  readonly lastError: { readonly runId: string; readonly message: string; readonly retryable: boolean } | null;
  readonly proposalId: string | null;
  /** Shown where nothing has been said yet. */
  readonly empty: ReactNode;
  /** What is not in the log yet: messages on their way, the answer as it grows. */
  readonly children: ReactNode;
  readonly onAnswer: (text: string) => void;
  readonly onRetry: (runId: string) => void;
  readonly onEdit: (text: string) => void;
  readonly onOpenVersion: (target: "draft" | "skeleton", version: number) => void;
  readonly onReview: () => void;
}

/** The whole conversation. It is no live region: the announcer speaks for it. */
export function Transcript({
  ref,
  messages,
  busy,
  lastError,
  proposalId,
  empty,
  children,
  onAnswer,
  onRetry,
  onEdit,
  onOpenVersion,
  onReview,
}: Props) {
  const { box, behind, onScroll, attach } = useFollowScroll();
  useImperativeHandle(ref, () => ({ attach }));
  return (
    <div className="relative min-h-0 flex-1">
      <div ref={box} onScroll={onScroll} className="absolute inset-0 overflow-y-auto overscroll-contain">
        <div className="px-4 py-5 sm:px-6">
          {messages.length === 0 && empty}
          <div role="log" aria-live="off" aria-label="Conversation" className="grid gap-6">
            {messages.map((message, index) => {
              if (message.role === "assistant") {
                const next = messages.slice(index + 1).find((other) => other.role === "user");
                return (
                  <Answer
                    key={message.id}
                    message={message}
                    answeredBy={next?.content}
                    canAnswer={!busy}
                    hasProposal={proposalId !== null && message.details?.proposalId === proposalId}
                    onAnswer={onAnswer}
                    onOpenVersion={onOpenVersion}
                    onReview={onReview}
                  />
                );
              }
              const failure =
                message.status === "failed"
                  ? lastError?.runId === message.runId
                    ? lastError.message
                    : "The answer failed."
                  : undefined;
              const actions =
                busy || message.runId === null
                  ? []
                  : [
                      { label: "Try again", run: () => onRetry(message.runId ?? "") },
                      { label: "Edit", run: () => onEdit(message.content) },
                    ];
              return (
                <UserMessage
                  key={message.id}
                  text={message.content}
                  note={message.status === "cancelled" ? "Stopped" : undefined}
                  failed={failure}
                  actions={actions}
                />
              );
            })}
            {children}
          </div>
        </div>
      </div>
      {behind && (
        <button
          type="button"
          onClick={attach}
          className="absolute bottom-3 left-1/2 inline-flex h-8 -translate-x-1/2 items-center gap-1.5 rounded-control border border-hairline bg-surface px-3 text-table shadow-float"
        >
          <ArrowDown size={14} aria-hidden />
          New below
        </button>
      )}
    </div>
  );
}
