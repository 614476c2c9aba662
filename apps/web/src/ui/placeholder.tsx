import { cx } from "./cx.ts";

/** A bar in the shape of the text to come. */
export function PlaceholderBar({ className }: { readonly className?: string }) {
  return <div className={cx("h-3 animate-breathe rounded-chip bg-hairline", className)} />;
}

/** Rows in the shape of a list to come, named for those who cannot see them. */
export function PlaceholderRows({
  rows,
  label,
  className,
}: {
  readonly rows: number;
  readonly label: string;
  readonly className?: string;
}) {
  return (
    <div role="status" aria-label={label} className={cx("grid gap-5 py-4", className)}>
      {Array.from({ length: rows }, (_, row) => (
        <PlaceholderBar key={row} className={["w-3/5", "w-2/5", "w-1/2"][row % 3] ?? "w-1/2"} />
      ))}
    </div>
  );
}
