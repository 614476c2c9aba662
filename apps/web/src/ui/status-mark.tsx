import {
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDotDashed,
  CircleEllipsis,
  CircleHelp,
  CircleX,
  TriangleAlert,
  type LucideIcon,
} from "lucide-react";
import { cx } from "./cx.ts";

export type Status = "empty" | "draft" | "working" | "review" | "ready" | "error" | "warning" | "unknown" | "info";

const marks: Record<Status, readonly [LucideIcon, string]> = {
  empty: [CircleDashed, "text-muted"],
  draft: [Circle, "text-ink"],
  working: [CircleEllipsis, "text-accent animate-breathe"],
  review: [CircleDotDashed, "text-warning"],
  ready: [CircleCheck, "text-accent"],
  error: [CircleX, "text-danger"],
  warning: [TriangleAlert, "text-warning"],
  unknown: [CircleHelp, "text-muted"],
  info: [CircleAlert, "text-muted"],
};

/** A state as shape and word; colour comes last and is never alone. */
export function StatusMark({
  status,
  word,
  className,
  wraps = false,
}: {
  readonly status: Status;
  readonly word: string;
  readonly className?: string;
  readonly wraps?: boolean;
}) {
  const [Icon, colour] = marks[status];
  return (
    <span className={cx("inline-flex gap-1", wraps ? "items-start" : "items-center whitespace-nowrap", className)}>
      <Icon size={14} strokeWidth={2.25} className={cx("shrink-0", wraps && "mt-[3px]", colour)} aria-hidden />
      {word}
    </span>
  );
}
