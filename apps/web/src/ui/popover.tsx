import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

interface Props {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly children: ReactNode;
  readonly openOnHover?: boolean;
}

/** More about one thing, opened by click, tap or (as an extra) hover. */
export function Popover({ trigger, label, children, openOnHover = false }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} openOnHover={openOnHover} delay={200} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50" collisionPadding={8}>
          <Base.Popup
            aria-label={label}
            className="max-w-80 rounded-control border border-hairline bg-surface p-3 text-table shadow-float outline-none transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
