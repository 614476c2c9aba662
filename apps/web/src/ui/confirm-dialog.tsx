import { useState, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./field.tsx";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly verb: string;
  /** What has to be typed first. */
  readonly typeToConfirm?: string;
  readonly busy?: boolean;
}

/** Asks before something that cannot be undone, and says what goes. */
export function ConfirmDialog({ open, onClose, onConfirm, title, children, verb, typeToConfirm, busy = false }: Props) {
  const [typed, setTyped] = useState("");
  const sure = typeToConfirm === undefined || typed.trim() === typeToConfirm.trim();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" disabled={!sure || busy} onClick={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      <div className="mt-2 text-ui text-muted">{children}</div>
      {typeToConfirm !== undefined && (
        <TextField
          className="mt-4"
          label={
            <>
              Type <span className="font-semibold">{typeToConfirm}</span> to confirm
            </>
          }
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
        />
      )}
    </Dialog>
  );
}
