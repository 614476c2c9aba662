import { Clock, Pencil, X } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";

interface Props {
  readonly queue: readonly { readonly id: string; readonly text: string; readonly offered: boolean }[];
  readonly working: boolean;
  readonly onSendNow: (id: string) => void;
  readonly onEdit: (id: string, text: string) => void;
  readonly onDiscard: (id: string) => void;
}

/** Messages that wait for the answer before them. */
export function QueueList({ queue, working, onSendNow, onEdit, onDiscard }: Props) {
  if (queue.length === 0) return null;
  return (
    <ul aria-label="Waiting messages" className="grid shrink-0 gap-1 border-t border-hairline px-4 pt-2 sm:px-6">
      {queue.map((item) => (
        <li key={item.id} className="flex items-center gap-2 rounded-control bg-sunken py-1 pr-1 pl-2.5 text-table">
          <Clock size={14} aria-hidden className="shrink-0 text-muted" />
          <span className="min-w-0 flex-1 truncate">{item.text}</span>
          {item.offered && !working && <span className="text-muted">Not sent yet</span>}
          <Button size="small" look="quiet" onClick={() => onSendNow(item.id)}>
            {working ? "Stop and send now" : "Send"}
          </Button>
          <IconButton size="small" label="Edit this message" onClick={() => onEdit(item.id, item.text)}>
            <Pencil size={14} aria-hidden />
          </IconButton>
          <IconButton size="small" label="Delete this message" onClick={() => onDiscard(item.id)}>
            <X size={14} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
