import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { Tooltip } from "./tooltip.tsx";

interface Props extends Omit<ComponentProps<"button">, "aria-label"> {
  /** The name, read aloud and shown on hover. */
  readonly label: string;
  readonly hint?: string;
  readonly size?: "small" | "normal";
}

export function iconButtonClass(size: "small" | "normal" = "normal"): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center rounded-control text-muted transition-colors enabled:hover:bg-sunken enabled:hover:text-ink disabled:opacity-40 aria-pressed:bg-sunken aria-pressed:text-ink",
    "pointer-coarse:min-h-11 pointer-coarse:min-w-11 data-[popup-open]:bg-sunken data-[popup-open]:text-ink",
    size === "small" ? "size-6" : "size-8",
  );
}

/** A button that is only an icon: it has a name for everyone. */
export function IconButton({ label, hint, size = "normal", type = "button", className, ...rest }: Props) {
  return (
    <Tooltip hint={hint ?? label}>
      <button type={type} aria-label={label} className={cx(iconButtonClass(size), className)} {...rest} />
    </Tooltip>
  );
}
