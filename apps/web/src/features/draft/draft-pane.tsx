import type { CheckResult } from "@longhand/template/checks";
import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "../../lib/store.ts";
import type { Proposal } from "../../lib/wire.ts";
import { ConflictBar } from "./conflict-bar.tsx";
import type { DraftStore } from "./draft-store.ts";
import { FallbackEditor } from "./fallback-editor.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { ProposalBar } from "./proposal-bar.tsx";
import type { HunkMark } from "./proposal-marks.ts";
import type { SelectedWords, SelectionWish } from "./selection-bar.ts";
import { TextEditor, type TextEditorHandle, type TextMark } from "./text-editor.tsx";
import type { ChosenVariable, KnownVariable } from "./variables.ts";

type Field = "subject" | "body";

/** A finding with the field it stands in. */
export interface DraftMark extends TextMark {
  readonly field: Field;
  readonly result: CheckResult;
}

interface Props {
  readonly draft: DraftStore;
  readonly variables: readonly KnownVariable[];
  readonly marks: readonly DraftMark[];
  readonly proposal: Proposal | null;
  readonly deciding: boolean;
  readonly preview: { readonly subject: string | null; readonly body: string } | null;
  /** A place to show once, named by the checks. */
  readonly reveal: { readonly field: Field; readonly from: number; readonly to: number } | null;
  readonly onWish: (wish: SelectionWish, field: Field, words: SelectedWords) => void;
  readonly onDecide: (ids: readonly string[], accept: boolean) => void;
  readonly onFix: (mark: DraftMark) => void;
  readonly onSaveNow: () => void;
}

/** Subject and body, always editable, also while a run works. */
export default function DraftPane({
  draft,
  variables,
  marks,
  proposal,
  deciding,
  preview,
  reveal,
  onWish,
  onDecide,
  onFix,
  onSaveNow,
}: Props) {
  const state = useStore(draft, (value) => value);
  const subject = useRef<TextEditorHandle>(null);
  const body = useRef<TextEditorHandle>(null);
  const [chosen, setChosen] = useState<{ readonly field: Field; readonly variable: ChosenVariable }>();
  const hunks = useMemo(() => ({ subject: hunksOf(proposal, "subject"), body: hunksOf(proposal, "body") }), [proposal]);
  const found = useMemo(
    () => ({
      subject: marks.filter((mark) => mark.field === "subject"),
      body: marks.filter((mark) => mark.field === "body"),
    }),
    [marks],
  );
  const handles = { subject, body };
  useEffect(() => {
    if (reveal !== null) (reveal.field === "subject" ? subject : body).current?.reveal(reveal.from, reveal.to);
  }, [reveal]);
  const shared = (field: Field) => ({
    variables,
    marks: found[field],
    hunks: hunks[field],
    value: state.own[field],
    onChange: (text: string) => draft.type({ ...draft.get().own, [field]: text }),
    onBlur: () => void draft.flush(),
    onVariable: (variable: ChosenVariable) => setChosen({ field, variable }),
    onWish: (wish: SelectionWish, words: SelectedWords) => onWish(wish, field, words),
    onDecide: (id: string, accept: boolean) => onDecide([id], accept),
    onFix,
    onSave: onSaveNow,
  });
  return (
    <>
      {state.conflict !== null && (
        <ConflictBar
          own={state.own}
          theirs={state.conflict}
          onKeepMine={draft.keepMine}
          onUseTheirs={draft.takeTheirs}
        />
      )}
      {proposal?.target === "draft" && <ProposalBar proposal={proposal} busy={deciding} onDecide={onDecide} />}
      <div className="mx-auto w-full max-w-[40rem] px-4 py-6 sm:px-8">
        {preview !== null && <PreviewCard subject={preview.subject} body={preview.body} />}
        <div className="flex items-baseline gap-3 border-b border-hairline pb-3 text-draft">
          <span aria-hidden className="shrink-0 text-table text-muted">
            Subject
          </span>
          <div className="min-w-0 flex-1">
            <TextEditor
              ref={subject}
              label="Subject"
              hint="No subject yet"
              singleLine
              onNext={() => body.current?.focus()}
              {...shared("subject")}
            />
          </div>
          <span className="shrink-0 text-table text-muted tabular-nums" title="Characters in the subject, as written">
            {state.own.subject.length}
          </span>
        </div>
        <div className="pt-5">
          <TextEditor
            ref={body}
            label="Email body"
            hint="Write here, or ask for a first draft in the chat. Type % for a variable."
            {...shared("body")}
          />
        </div>
      </div>
      {chosen !== undefined && (
        <FallbackEditor
          chosen={chosen.variable}
          known={variables.find((known) => known.name === chosen.variable.name)}
          onClose={() => setChosen(undefined)}
          onWrite={(source) => handles[chosen.field].current?.replace(chosen.variable.from, chosen.variable.to, source)}
        />
      )}
    </>
  );
}

function hunksOf(proposal: Proposal | null, field: Field): readonly HunkMark[] {
  if (proposal?.target !== "draft") return [];
  return proposal.hunks.filter((hunk) => hunk.field === field && hunk.status === "pending" && hunk.from >= 0);
}
