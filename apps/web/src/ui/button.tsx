import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent border-transparent enabled:hover:opacity-90",
  secondary: "bg-surface text-ink border-edge/60 enabled:hover:bg-sunken",
  quiet: "bg-transparent text-muted border-transparent enabled:hover:bg-sunken enabled:hover:text-ink",
  danger: "bg-surface text-danger border-danger enabled:hover:bg-danger-fill",
};

const sizes = {
  small: "h-7 px-2 text-table gap-1 whitespace-nowrap",
  normal: "h-8 px-3 text-ui gap-1.5 whitespace-nowrap",
  /** For words of any length, such as the options of a question. */
  wrapping: "min-h-8 max-w-full px-3 py-1 text-left text-ui",
};

/** Looks of a button, for links that must look like one. */
export function buttonClass(look: ButtonLook = "secondary", size: keyof typeof sizes = "normal"): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center rounded-control border font-medium transition-[background-color,color,opacity]",
    "pointer-coarse:min-h-11 disabled:opacity-50",
    looks[look],
    sizes[size],
  );
}

interface Props extends ComponentProps<"button"> {
  readonly look?: ButtonLook;
  readonly size?: keyof typeof sizes;
}

export function Button({ look = "secondary", size = "normal", type = "button", className, ...rest }: Props) {
  return <button type={type} className={cx(buttonClass(look, size), className)} {...rest} />;
}
