import { Check, Ellipsis, X } from "lucide-react";

/** One line of what was done. */
export interface ActivityLine {
  readonly key: string;
  readonly label: string;
  readonly state: "working" | "done" | "refused";
}

const marks = {
  done: [Check, "Done"],
  working: [Ellipsis, "Working"],
  refused: [X, "Not done"],
} as const;

export function Activity({ lines }: { readonly lines: readonly ActivityLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul aria-label="What was done" className="grid gap-0.5">
      {lines.map((line) => {
        const [Icon, word] = marks[line.state];
        return (
          <li key={line.key} className="flex items-start gap-2 text-table text-muted">
            <Icon
              size={14}
              aria-label={word}
              className={
                line.state === "working" ? "mt-[3px] shrink-0 animate-breathe text-accent" : "mt-[3px] shrink-0"
              }
            />
            {line.label}
          </li>
        );
      })}
    </ul>
  );
}
