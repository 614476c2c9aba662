import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { buttonClass } from "./button.tsx";
import { cx } from "./cx.ts";
import { iconButtonClass } from "./icon-button.tsx";

const manager = Toast.createToastManager();

/** Long enough to read, reach and press Undo. */
const shownMs = 8_000;

/** Say what was done, with a way back when there is one. */
export function toast(
  title: string,
  options: {
    readonly description?: string;
    readonly undo?: () => void;
    readonly action?: { readonly label: string; readonly run: () => void };
    readonly problem?: boolean;
  } = {},
): void {
  const action = options.undo === undefined ? options.action : { label: "Undo", run: options.undo };
  const id = manager.add({
    title,
    timeout: shownMs,
    priority: options.problem === true ? "high" : "low",
    type: options.problem === true ? "problem" : "done",
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              manager.close(id);
              action.run();
            },
          },
        }),
  });
}

export function Toaster() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-16 left-4 z-50 mx-auto flex max-w-96 flex-col gap-2 outline-none sm:left-auto sm:mx-0 sm:w-96">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      className="rounded-control border border-hairline bg-surface shadow-float transition-opacity data-[ending-style]:opacity-0 data-[limited]:hidden data-[starting-style]:opacity-0"
    >
      <Toast.Content className="flex items-center gap-2 py-2 pr-2 pl-3">
        <div className="min-w-0 flex-1">
          <Toast.Title className={cx("text-ui font-medium", item.type === "problem" && "text-danger")} />
          <Toast.Description className="text-table text-muted" />
        </div>
        {item.actionProps !== undefined && <Toast.Action className={buttonClass("quiet", "small")} />}
        <Toast.Close aria-label="Dismiss" className={iconButtonClass("small")}>
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
