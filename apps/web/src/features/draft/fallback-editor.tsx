import { Popover } from "@base-ui/react/popover";
import { useState } from "react";
import { variableLabel } from "../../lib/plain-template.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import type { ChosenVariable, KnownVariable } from "./variables.ts";

interface Props {
  readonly chosen: ChosenVariable;
  readonly known: KnownVariable | undefined;
  readonly onClose: () => void;
  /** The variable as it is to be written; empty removes it. */
  readonly onWrite: (source: string) => void;
}

/** As many characters as the grammar reads between the bar and the closing sign. */
const longest = 120;

/** What stands for leads without a value. */
export function FallbackEditor({ chosen, known, onClose, onWrite }: Props) {
  const [fallback, setFallback] = useState(chosen.fallback ?? "");
  const label = variableLabel(chosen.name);
  const escaped = fallback.replaceAll("%", "%%").replaceAll(/[\r\n]+/g, " ");
  const wrong =
    escaped.length > longest
      ? `Use at most ${longest} characters.`
      : fallback.includes("&&")
        ? "A fallback cannot hold &&."
        : undefined;
  function write(source: string): void {
    onWrite(source);
    onClose();
  }
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={chosen.anchor} sideOffset={6} align="start" collisionPadding={8} className="z-30">
          <Popover.Popup
            aria-label={`Variable ${label}`}
            className="w-72 rounded-control border border-hairline bg-surface p-3 shadow-float outline-none"
          >
            <form
              className="grid gap-3"
              onSubmit={(event) => {
                event.preventDefault();
                if (wrong === undefined)
                  write(fallback.trim() === "" ? `%${chosen.name}%` : `%${chosen.name}|${escaped}%`);
              }}
            >
              <p className="text-table text-muted">
                <span className="font-medium text-ink">{label}</span>
                {known === undefined
                  ? ": no lead has this field."
                  : known.total === 0
                    ? ""
                    : known.filled === known.total
                      ? `: all ${known.total} leads have it.`
                      : `: ${known.total - known.filled} of ${known.total} leads have none.`}
              </p>
              <TextField
                label="For leads without it, write"
                placeholder="Nothing set"
                value={fallback}
                onChange={(event) => setFallback(event.target.value)}
                error={wrong}
                autoComplete="off"
              />
              <div className="flex justify-between gap-2">
                <Button size="small" look="quiet" onClick={() => write("")}>
                  Remove variable
                </Button>
                <Button size="small" look="primary" type="submit">
                  Set fallback
                </Button>
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
