import { FileText, LayoutList } from "lucide-react";

const look =
  "inline-flex h-6 items-center gap-1 rounded-chip border border-hairline bg-surface px-1.5 text-meta text-muted transition-colors hover:border-edge hover:text-ink pointer-coarse:h-11 pointer-coarse:px-3";

/** What an answer changed; opens that version. */
export function VersionChip({
  target,
  version,
  onOpen,
}: {
  readonly target: "draft" | "skeleton";
  readonly version: number;
  readonly onOpen: () => void;
}) {
  const Icon = target === "draft" ? FileText : LayoutList;
  return (
    <button type="button" className={look} onClick={onOpen} aria-label={`Show ${target} version ${version}`}>
      <Icon size={12} aria-hidden />
      {target === "draft" ? "Draft" : "Skeleton"} v{version}
    </button>
  );
}

/** A small chip that opens something else of an answer. */
export const chipClass = look;
