import type { CheckResult } from "@longhand/template/checks";
import { count } from "../../lib/format.ts";
import type { Checks } from "../../lib/wire.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { PlaceholderRows } from "../../ui/placeholder.tsx";
import { Finding } from "./finding.tsx";
import { sortFindings } from "./sort-findings.ts";

interface Props {
  readonly checks: Checks | undefined;
  readonly error: unknown;
  readonly hasDraft: boolean;
  /** The shown findings are about a text older than the editor's. */
  readonly stale: boolean;
  readonly onRetry: () => void;
  readonly onReveal: (part: "subject" | "body", from: number, to: number) => void;
  readonly onFix: (result: CheckResult) => void;
}

/** Every finding with its place, its reason and its fix. What could not be told is shown as unknown, not as good. */
export function ChecksPane({ checks, error, hasDraft, stale, onRetry, onReveal, onFix }: Props) {
  if (!hasDraft) {
    return (
      <div className="px-4 sm:px-8">
        <EmptyState title="Nothing to check yet">
          Once there is a draft, every finding shows here with its place, its reason and a way to fix it.
        </EmptyState>
      </div>
    );
  }
  if (checks === undefined && error !== null) {
    return (
      <div className="px-4 sm:px-8">
        <ErrorState title="The checks could not run." error={error} onRetry={onRetry} kept="Your text is still here." />
      </div>
    );
  }
  if (checks === undefined || checks.report === null) {
    return (
      <div className="px-4 sm:px-8">
        <PlaceholderRows rows={4} label="Checking the draft" />
      </div>
    );
  }
  const { results } = checks.report;
  const failed = sortFindings(results.filter((result) => result.status === "fail"));
  const unknown = results.filter((result) => result.status === "unknown");
  const passed = results.filter((result) => result.status === "pass");
  return (
    <div className="mx-auto w-full max-w-[40rem] px-4 py-6 sm:px-8">
      <p className="text-table text-muted">
        Checked over {count(checks.leadCount, "lead")}: {count(failed.length, "finding")}, {unknown.length} unknown,{" "}
        {passed.length} passed.{stale && " Your latest words are checked once they are saved."}
      </p>
      <ul className="mt-2 divide-y divide-hairline">
        {failed.map((result, index) => (
          <Finding key={`${result.id}.${index}`} result={result} onReveal={onReveal} onFix={onFix} />
        ))}
        {unknown.map((result, index) => (
          <Finding key={`unknown.${result.id}.${index}`} result={result} onReveal={onReveal} onFix={onFix} />
        ))}
      </ul>
      {failed.length === 0 && (
        <p className="py-5 text-chat">
          No check fails on this draft.
          {unknown.length > 0 && " What is marked unknown could not be told from what the campaign knows."}
        </p>
      )}
      {passed.length > 0 && (
        <details className="mt-4 text-table">
          <summary className="rounded-chip text-muted pointer-coarse:min-h-11">
            {count(passed.length, "check")} passed
          </summary>
          <ul className="mt-2 grid gap-1 text-muted">
            {passed.map((result, index) => (
              <li key={`${result.id}.${index}`}>{result.message}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
