import { cx } from "./cx.ts";

/** Looks of one tab in a row of links or buttons: a hairline under the row, ink under the current one. */
export function tabClass(current: boolean): string {
  return cx(
    "relative inline-flex h-10 shrink-0 items-center gap-1.5 text-ui whitespace-nowrap transition-colors pointer-coarse:h-11",
    "after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:transition-colors",
    current ? "font-medium text-ink after:bg-accent" : "text-muted after:bg-transparent hover:text-ink",
  );
}

export function TabCount({ children }: { readonly children: string | number }) {
  return <span className="text-table text-muted tabular-nums">{children}</span>;
}
