import type { ReactNode } from "react";

/** A ready request above the composer. */
export function ChipButton({
  children,
  onClick,
  disabled = false,
  title,
}: {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly title?: string;
}) {
  return (
    <button
      type="button"
      title={title}
      disabled={disabled}
      onClick={onClick}
      className="inline-flex h-7 shrink-0 items-center gap-1 rounded-control border border-hairline bg-surface px-2.5 text-table whitespace-nowrap transition-colors enabled:hover:border-edge disabled:opacity-50 pointer-coarse:h-11"
    >
      {children}
    </button>
  );
}
