import { useEffect, useRef, useState } from "react";
import type { DraftVersion } from "../../lib/wire.ts";
import { wordsOf } from "./group-versions.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { DiffText } from "../../ui/diff-text.tsx";
import { TemplateText } from "../../ui/template-text.tsx";

interface Props {
  readonly version: DraftVersion;
  readonly before: DraftVersion | undefined;
  readonly current: DraftVersion;
  readonly restoring: boolean;
  readonly onRestore: () => void;
  readonly onBack: () => void;
}

type Against = "none" | "before" | "current";

/** An earlier draft to read, against the one before it or the current one. */
export function VersionView({ version, before, current, restoring, onRestore, onBack }: Props) {
  const [against, setAgainst] = useState<Against>(before === undefined ? "none" : "before");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [version.version]);
  const isCurrent = version.version === current.version;
  const [from, to] = against === "current" ? [version, current] : [before, version];
  return (
    <div onKeyDown={(event) => event.key === "Escape" && onBack()}>
      <Banner
        label="Viewing an earlier version"
        actions={
          <>
            {!isCurrent && (
              <Button size="small" disabled={restoring} onClick={onRestore}>
                {restoring ? "Restoring…" : "Restore"}
              </Button>
            )}
            <Button size="small" onClick={onBack}>
              Back to current
            </Button>
          </>
        }
      >
        <h2 ref={heading} tabIndex={-1} className="outline-none">
          Viewing v{version.version}, by {version.author === "assistant" ? "Longhand" : "you"}
        </h2>
      </Banner>
      <div className="mx-auto w-full max-w-[40rem] px-4 py-6 sm:px-8">
        <fieldset className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-table">
          <legend className="sr-only">Show</legend>
          {(
            [
              ["none", "Text"],
              ...(before === undefined ? [] : [["before", `Change from v${before.version}`] as const]),
              ...(isCurrent ? [] : [["current", `Change to the current v${current.version}`] as const]),
            ] as const
          ).map(([value, label]) => (
            <label key={value} className="inline-flex items-center gap-1.5 pointer-coarse:min-h-11">
              <input type="radio" name="against" checked={against === value} onChange={() => setAgainst(value)} />
              {label}
            </label>
          ))}
        </fieldset>
        {against !== "none" && from !== undefined && <p className="mb-4 text-table text-muted">{summary(from, to)}</p>}
        <p className="border-b border-hairline pb-3 font-medium">
          {against === "none" || from === undefined ? (
            <TemplateText source={version.subject ?? ""} />
          ) : (
            <DiffText before={from.subject ?? ""} after={to.subject ?? ""} />
          )}
        </p>
        <div className="pt-5 text-draft whitespace-pre-wrap">
          {against === "none" || from === undefined ? (
            <TemplateText source={version.body ?? ""} />
          ) : (
            <DiffText before={from.body ?? ""} after={to.body ?? ""} />
          )}
        </div>
      </div>
    </div>
  );
}

function summary(from: DraftVersion, to: DraftVersion): string {
  const change = wordsOf(to) - wordsOf(from);
  const words = change === 0 ? "As many words" : `${Math.abs(change)} ${change > 0 ? "words more" : "words fewer"}`;
  const subject = (from.subject ?? "") === (to.subject ?? "") ? "same subject" : "another subject";
  return `${words}, ${subject}.`;
}
