import type { ReactNode } from "react";

/** A page's column: title, what can be done, content. */
export function Page({
  title,
  subtitle,
  actions,
  children,
}: {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <main id="main" className="mx-auto w-full max-w-[68rem] px-4 pt-8 pb-16 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-title font-semibold">{title}</h1>
          {subtitle !== undefined && <p className="text-ui text-muted">{subtitle}</p>}
        </div>
        {actions !== undefined && <div className="flex gap-2">{actions}</div>}
      </div>
      {children}
    </main>
  );
}
