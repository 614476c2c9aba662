import { useRef } from "react";

interface Props {
  readonly value: number;
  readonly onChange: (percent: number) => void;
  readonly min: number;
  readonly max: number;
  readonly label: string;
}

/** A vertical bar that shares the width between two panes, by pointer or arrow keys. */
export function Splitter({ value, onChange, min, max, label }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const clamp = (percent: number) => Math.min(max, Math.max(min, percent));
  function drag(event: React.PointerEvent): void {
    const parent = bar.current?.parentElement;
    if (parent === null || parent === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = parent.getBoundingClientRect();
    onChange(clamp(((event.clientX - box.left) / box.width) * 100));
  }
  return (
    <div
      ref={bar}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className="group relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-hairline"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={(event) => {
        const step = event.key === "ArrowLeft" ? -2 : event.key === "ArrowRight" ? 2 : 0;
        if (step === 0) return;
        event.preventDefault();
        onChange(clamp(value + step));
      }}
    >
      <span className="absolute inset-y-0 -left-1.5 w-3.5" />
      <span className="absolute inset-y-0 -left-px w-[3px] bg-accent opacity-0 transition-opacity group-hover:opacity-60 group-active:opacity-100" />
    </div>
  );
}
