import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { cx } from "./cx.ts";
import { iconButtonClass } from "./icon-button.tsx";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  /** A dialog that has to be answered has no cross and ignores clicks beside it. */
  readonly mustAnswer?: boolean;
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  wide = false,
  mustAnswer = false,
  initialFocus,
}: Props) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && !mustAnswer && onClose()}
      disablePointerDismissal={mustAnswer}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4">
          <Base.Popup
            {...(initialFocus === undefined ? {} : { initialFocus })}
            className={cx(
              "w-full rounded-dialog bg-surface p-6 shadow-float outline-none transition-[opacity,translate] duration-150 data-[ending-style]:opacity-0 data-[starting-style]:translate-y-1 data-[starting-style]:opacity-0",
              "border border-hairline",
              wide ? "max-w-[44rem]" : "max-w-[27rem]",
            )}
          >
            <div className="flex items-start justify-between gap-4">
              <Base.Title className="text-title font-semibold">{title}</Base.Title>
              {!mustAnswer && (
                <Base.Close aria-label="Close" className={cx(iconButtonClass(), "-mt-1 -mr-2")}>
                  <X size={16} aria-hidden />
                </Base.Close>
              )}
            </div>
            {description !== undefined && (
              <Base.Description className="mt-1 text-ui text-muted">{description}</Base.Description>
            )}
            {children}
            {footer !== undefined && <div className="mt-6 flex flex-wrap justify-end gap-2">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
