import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";

const popup =
  "min-w-44 max-w-80 rounded-control border border-hairline bg-surface p-1 shadow-float outline-none transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0";
const item =
  "flex min-h-8 w-full items-center gap-2 rounded-chip px-2 py-1 text-ui outline-none select-none data-[highlighted]:bg-sunken data-[disabled]:opacity-50 pointer-coarse:min-h-11";

interface Props {
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
  readonly side?: "top" | "bottom";
}

export function Menu({ trigger, children, align = "start", side = "bottom" }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-50">
          <Base.Popup className={popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface ItemProps {
  readonly onSelect: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

export function MenuItem({ onSelect, children, icon, danger = false, disabled = false }: ItemProps) {
  return (
    <Base.Item className={cx(item, danger && "text-danger")} onClick={onSelect} disabled={disabled}>
      {icon !== undefined && <span className="text-muted [&>svg]:size-4">{icon}</span>}
      {children}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="mx-2 my-1 border-t border-hairline" />;
}

export function MenuChoice<Value extends string>({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1 pb-0.5 text-meta text-muted">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: Value) => onChoose(next)}>
        {choices.map((choice) => (
          <Base.RadioItem key={choice.value} value={choice.value} className={item}>
            <span className="flex-1">{choice.label}</span>
            <Base.RadioItemIndicator>
              <Check size={16} aria-hidden />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
