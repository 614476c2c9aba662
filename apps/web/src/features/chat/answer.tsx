import type { Message } from "../../lib/wire.ts";
import { Activity } from "./activity.tsx";
import { AnswerText } from "./answer-text.tsx";
import { QuestionCard } from "./question-card.tsx";
import { UsedList } from "./used-list.tsx";
import { VersionChip, chipClass } from "./version-chip.tsx";

interface Props {
  readonly message: Message;
  readonly answeredBy: string | undefined;
  readonly canAnswer: boolean;
  readonly hasProposal: boolean;
  readonly onAnswer: (text: string) => void;
  readonly onOpenVersion: (target: "draft" | "skeleton", version: number) => void;
  readonly onReview: () => void;
}

/** One answer with what it did, what it changed and what it asks. */
export function Answer({ message, answeredBy, canAnswer, hasProposal, onAnswer, onOpenVersion, onReview }: Props) {
  const { details } = message;
  const notes = details?.notes ?? [];
  return (
    <div className="grid gap-2.5">
      <p className="text-meta text-muted">Longhand{message.status === "cancelled" ? " · Stopped" : ""}</p>
      <Activity
        lines={notes.map((note, index) => ({
          key: String(index),
          label: note.label,
          state: note.state === "refused" ? "refused" : "done",
        }))}
      />
      {message.content !== "" && <AnswerText text={message.content} />}
      {details !== null && (
        <div className="flex flex-wrap gap-1.5 empty:hidden">
          {details.draftVersion !== undefined && (
            <VersionChip
              target="draft"
              version={details.draftVersion}
              onOpen={() => onOpenVersion("draft", details.draftVersion ?? 1)}
            />
          )}
          {details.frameworkVersion !== undefined && (
            <VersionChip
              target="skeleton"
              version={details.frameworkVersion}
              onOpen={() => onOpenVersion("skeleton", details.frameworkVersion ?? 1)}
            />
          )}
          {details.proposalId !== undefined && hasProposal && (
            <button type="button" className={chipClass} onClick={onReview}>
              Review the proposal
            </button>
          )}
          <UsedList details={details} />
        </div>
      )}
      {details?.question !== undefined && (
        <QuestionCard question={details.question} answer={answeredBy} canAnswer={canAnswer} onAnswer={onAnswer} />
      )}
    </div>
  );
}
