import type { Proposal } from "../../lib/wire.ts";
import { count } from "../../lib/format.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { DiffText } from "../../ui/diff-text.tsx";

interface Props {
  readonly proposal: Proposal;
  readonly busy: boolean;
  readonly onDecide: (ids: readonly string[], accept: boolean) => void;
}

/** A run met the person's own edit: its wording is offered, never put in. */
export function ProposalBar({ proposal, busy, onDecide }: Props) {
  const pending = proposal.hunks.filter((hunk) => hunk.status === "pending");
  const placed = pending.filter((hunk) => hunk.from >= 0);
  const apart = pending.filter((hunk) => hunk.from < 0);
  return (
    <div className="border-b border-hairline">
      <Banner
        label="Proposed changes"
        actions={
          <>
            {placed.length > 0 && (
              <Button
                size="small"
                disabled={busy}
                onClick={() =>
                  onDecide(
                    placed.map((hunk) => hunk.id),
                    true,
                  )
                }
              >
                Accept all
              </Button>
            )}
            <Button
              size="small"
              disabled={busy}
              onClick={() =>
                onDecide(
                  pending.map((hunk) => hunk.id),
                  false,
                )
              }
            >
              Reject all
            </Button>
          </>
        }
      >
        You changed the draft while Longhand worked, so your words stand. {count(placed.length, "change")} proposed in
        place.
      </Banner>
      {apart.length > 0 && (
        <ul className="grid gap-2 bg-sunken px-4 pb-3 text-table">
          {apart.map((hunk) => (
            <li key={hunk.id} className="flex flex-wrap items-center gap-2">
              <span className="min-w-40 flex-1">
                Its place is gone: <DiffText before={hunk.before} after={hunk.after} />
              </span>
              <Button size="small" look="quiet" disabled={busy} onClick={() => onDecide([hunk.id], false)}>
                Dismiss
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
