import { useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { DiffText } from "../../ui/diff-text.tsx";
import type { DraftText } from "./draft-text.ts";

interface Props {
  readonly own: DraftText;
  readonly theirs: DraftText;
  readonly onKeepMine: () => void;
  readonly onUseTheirs: () => void;
}

/** Both sides changed the same words. Saving rests, and nothing else saves past this bar. */
export function ConflictBar({ own, theirs, onKeepMine, onUseTheirs }: Props) {
  const [comparing, setComparing] = useState(false);
  const choices = (
    <>
      <Button size="small" onClick={onKeepMine}>
        Keep mine
      </Button>
      <Button size="small" onClick={onUseTheirs}>
        Use theirs
      </Button>
    </>
  );
  return (
    <>
      <Banner
        look="warning"
        urgent
        label="Two versions of this draft"
        actions={
          <>
            {choices}
            <Button size="small" look="quiet" onClick={() => setComparing(true)}>
              Compare
            </Button>
          </>
        }
      >
        This draft was changed elsewhere while you typed here. Your words are kept; saving waits for your choice, and
        both versions stay in the history.
      </Banner>
      <Dialog
        open={comparing}
        onClose={() => setComparing(false)}
        wide
        title="Theirs, against yours"
        description="Struck: only in yours. Marked: only in theirs."
        footer={choices}
      >
        <div className="mt-4 grid max-h-[55dvh] gap-3 overflow-y-auto">
          <p className="border-b border-hairline pb-2 font-medium">
            <DiffText before={own.subject} after={theirs.subject} />
          </p>
          <div className="text-draft whitespace-pre-wrap">
            <DiffText before={own.body} after={theirs.body} />
          </div>
        </div>
      </Dialog>
    </>
  );
}
