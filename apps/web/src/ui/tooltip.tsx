import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

/** A hint for something that already has a name; it never carries the only copy of a fact. */
export function Tooltip({
  hint,
  children,
  side = "bottom",
}: {
  readonly hint: ReactNode;
  readonly children: ReactElement;
  readonly side?: "top" | "bottom" | "left" | "right";
}) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="max-w-72 rounded-chip bg-ink px-2 py-1 text-meta text-bg shadow-float transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
            {hint}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export const TooltipProvider = Base.Provider;
