import type { ReactNode } from "react";

export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded-chip border border-hairline bg-sunken px-1.5 py-px font-sans text-meta text-muted">
      {children}
    </kbd>
  );
}
