import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

const looks = {
  info: ["bg-sunken", "text-muted", Info],
  warning: ["bg-warning-fill", "text-warning", TriangleAlert],
  danger: ["bg-danger-fill", "text-danger", CircleAlert],
} as const;

interface Props {
  readonly look?: keyof typeof looks;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly label?: string;
  /** Spoken at once; for what needs an answer. */
  readonly urgent?: boolean;
}

/** One bar with a sentence and its ways on. */
export function Banner({ look = "info", children, actions, label, urgent = false }: Props) {
  const [fill, ink, Icon] = looks[look];
  return (
    <div
      role={urgent ? "alert" : "group"}
      aria-label={label}
      className={cx("flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2 text-ui", fill)}
    >
      <Icon size={16} aria-hidden className={cx("shrink-0", ink)} />
      <div className="min-w-40 flex-1">{children}</div>
      {actions !== undefined && <div className="flex flex-wrap gap-1.5">{actions}</div>}
    </div>
  );
}
