import type { ReactNode } from "react";

/** One sentence, one action, one example. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="grid max-w-[30rem] justify-items-start gap-3 py-10">
      <h2 className="text-title font-semibold">{title}</h2>
      {children !== undefined && <div className="text-chat text-muted">{children}</div>}
      {action}
    </div>
  );
}
