import { useState } from "react";
import { Button } from "../../ui/button.tsx";

interface Props {
  readonly text: string;
  /** A word after the name: Sending, Stopped. */
  readonly note?: string | undefined;
  readonly failed?: string | undefined;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** From this many characters on a message is shown in part. */
const longFrom = 900;

/** What a person said, on a sunken strip. */
export function UserMessage({ text, note, failed, actions = [] }: Props) {
  const [open, setOpen] = useState(false);
  const isLong = text.length > longFrom;
  return (
    <div className="rounded-control bg-sunken px-3.5 py-2.5">
      <p className="flex items-baseline justify-between gap-3 text-meta text-muted">
        You {note !== undefined && <span>{note}</span>}
      </p>
      <p className="mt-0.5 text-chat break-words whitespace-pre-wrap" dir="auto">
        {isLong && !open ? `${text.slice(0, longFrom).trimEnd()}…` : text}
      </p>
      {isLong && (
        <button type="button" className="mt-1 text-table text-accent" onClick={() => setOpen(!open)}>
          {open ? "Show less" : "Show all"}
        </button>
      )}
      {failed !== undefined && (
        <div role="alert" className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-table text-danger">
          <span className="min-w-32 flex-1">{failed}</span>
          <span className="flex gap-1.5">
            {actions.map((action) => (
              <Button key={action.label} size="small" onClick={action.run}>
                {action.label}
              </Button>
            ))}
          </span>
        </div>
      )}
    </div>
  );
}
