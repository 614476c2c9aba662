import { useState } from "react";
import { formatAgo, formatInstant } from "../../lib/format.ts";
import type { DraftVersion, Session } from "../../lib/wire.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { draftVersions, groupVersions, skeletonVersions, wordsOf } from "./group-versions.ts";

interface Props {
  readonly session: Session | null;
  readonly onOpen: (target: "draft" | "skeleton", version: number) => void;
}

const authors = { assistant: "Longhand", user: "You" } as const;

/** Every version of draft and skeleton, newest first. */
export function HistoryPane({ session, onOpen }: Props) {
  const drafts = draftVersions(session);
  const skeletons = skeletonVersions(session);
  if (drafts.length === 0 && skeletons.length === 0) {
    return (
      <div className="px-4 sm:px-8">
        <EmptyState title="No version yet">
          Each change to the draft or the skeleton is kept here, by whom and when, and any of them can come back.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="mx-auto w-full max-w-[40rem] px-4 py-6 sm:px-8">
      {drafts.length > 0 && (
        <section aria-label="Draft versions">
          <h2 className="text-table text-muted">Draft</h2>
          <ul>
            {groupVersions(drafts).map((group) => (
              <Group
                key={group[0]?.version}
                group={group}
                all={drafts}
                onOpen={(version) => onOpen("draft", version)}
              />
            ))}
          </ul>
        </section>
      )}
      {skeletons.length > 0 && (
        <section aria-label="Skeleton versions" className="mt-8">
          <h2 className="text-table text-muted">Skeleton</h2>
          <ul>
            {skeletons.toReversed().map((version, index) => (
              <li key={version.version} className="border-b border-hairline">
                <Row
                  target="skeleton"
                  onOpen={() => onOpen("skeleton", version.version)}
                  version={version.version}
                  current={index === 0}
                  author={authors[version.author]}
                  at={version.createdAt}
                  note={`${version.skeleton?.blocks.length ?? 0} blocks`}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Group({
  group,
  all,
  onOpen,
}: {
  readonly group: readonly DraftVersion[];
  readonly all: readonly DraftVersion[];
  readonly onOpen: (version: number) => void;
}) {
  const [open, setOpen] = useState(false);
  const shown = open ? group : group.slice(0, 1);
  return (
    <li className="border-b border-hairline">
      {shown.map((version) => (
        <Row
          key={version.version}
          target="draft"
          onOpen={() => onOpen(version.version)}
          version={version.version}
          current={version.version === all.at(-1)?.version}
          author={authors[version.author]}
          at={version.createdAt}
          note={noteOf(version, all)}
        />
      ))}
      {group.length > 1 && (
        <button
          type="button"
          className="mb-2 ml-12 text-table text-accent pointer-coarse:min-h-11"
          onClick={() => setOpen(!open)}
        >
          {open ? "Show as one" : `${group.length - 1} more of the same edit`}
        </button>
      )}
    </li>
  );
}

function noteOf(version: DraftVersion, all: readonly DraftVersion[]): string {
  if (version.restoredFrom !== null) return `Restored from v${version.restoredFrom}`;
  const words = wordsOf(version);
  const before = all.find((other) => other.version === version.version - 1);
  const change = before === undefined ? 0 : words - wordsOf(before);
  return change === 0 ? `${words} words` : `${words} words, ${Math.abs(change)} ${change > 0 ? "more" : "fewer"}`;
}

function Row({
  target,
  version,
  current,
  author,
  at,
  note,
  onOpen,
}: {
  readonly target: "draft" | "skeleton";
  readonly version: number;
  readonly current: boolean;
  readonly author: string;
  readonly at: string;
  readonly note: string;
  readonly onOpen: () => void;
}) {
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={`Show ${target} version ${version}`}
      className="-mx-2 grid min-h-11 w-[calc(100%+1rem)] grid-cols-[2.5rem_1fr_auto] items-center gap-2 rounded-control px-2 text-left transition-colors hover:bg-sunken"
    >
      <span className="font-medium tabular-nums">v{version}</span>
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate">
          {author}
          <span className="text-muted"> · {note}</span>
        </span>
        {current && (
          <span className="shrink-0 rounded-chip bg-variable-fill px-1 text-meta text-variable">Current</span>
        )}
      </span>
      <time className="text-table text-muted" dateTime={at} title={formatInstant(at)}>
        {formatAgo(at)}
      </time>
    </button>
  );
}
