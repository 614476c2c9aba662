import type { Example } from "../../lib/wire.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { EvidenceText } from "./evidence-text.tsx";

/** An email written for one lead, with what each claim rests on. */
export function ExampleCard({ example }: { readonly example: Example }) {
  return (
    <article
      aria-label={`Example for ${example.leadName}`}
      className="rounded-dialog border border-hairline bg-surface"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-hairline px-5 py-2.5 text-table">
        <h3 className="font-medium">Written for {example.leadName}</h3>
        {example.stale && <StatusMark status="warning" word="From an earlier version" className="text-muted" />}
        {example.status === "failed" && <StatusMark status="error" word="Not written" className="text-muted" />}
      </header>
      {example.subject !== null && (
        <p className="px-5 pt-4 font-medium">
          <EvidenceText text={example.subject} part="subject" evidence={example.evidence} />
        </p>
      )}
      {example.body !== null && (
        <div className="px-5 pt-2 pb-5 text-draft whitespace-pre-wrap">
          <EvidenceText text={example.body} part="body" evidence={example.evidence} />
        </div>
      )}
      {example.issues.length > 0 && (
        <ul className="grid gap-1 border-t border-hairline px-5 py-3 text-table">
          {example.issues.map((issue, index) => (
            <li key={`${issue.code}.${index}`} className="text-muted">
              <StatusMark status={example.status === "failed" ? "error" : "warning"} word={issue.message} wraps />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
