import type { CheckResult } from "@longhand/template/checks";
import { count } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { StatusMark, type Status } from "../../ui/status-mark.tsx";
import { fixLabel } from "./fix-label.ts";

interface Props {
  readonly result: CheckResult;
  readonly onReveal: (part: "subject" | "body", from: number, to: number) => void;
  readonly onFix: (result: CheckResult) => void;
}

const words: Record<CheckResult["severity"], readonly [Status, string]> = {
  error: ["error", "Error"],
  warning: ["warning", "Warning"],
  info: ["info", "Note"],
};

export function Finding({ result, onReveal, onFix }: Props) {
  const [status, word] = result.status === "unknown" ? (["unknown", "Unknown"] as const) : words[result.severity];
  const place = result.spans[0];
  return (
    <li className="grid gap-2 py-4 sm:grid-cols-[6.5rem_1fr]">
      <StatusMark status={status} word={word} className="self-start text-table text-muted" />
      <div className="min-w-0">
        <p className="text-chat">{result.message}</p>
        {result.reason !== undefined && <p className="text-table text-muted">{sentence(result.reason)}</p>}
        <p className="mt-1 text-meta text-muted">
          {[
            result.lead_count === undefined || result.scope !== "lead" ? "" : count(result.lead_count, "lead"),
            place === undefined ? "" : place.part === "subject" ? "Subject" : "Body",
            `Rule ${result.id}`,
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
        <div className="mt-2 flex flex-wrap gap-1.5 empty:hidden">
          {result.fix !== undefined && (
            <Button size="small" title={result.fix.instruction} onClick={() => onFix(result)}>
              {fixLabel(result.fix, result.about)}
            </Button>
          )}
          {place !== undefined && (
            <Button size="small" look="quiet" onClick={() => onReveal(place.part, place.from, place.to)}>
              Show place
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

/** Reasons are written as half sentences; shown alone they are whole ones. */
function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
