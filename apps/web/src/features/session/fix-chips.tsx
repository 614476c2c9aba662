import type { ReactNode } from "react";
import { fixLabel } from "../checks/fix-label.ts";
import { sortFindings } from "../checks/sort-findings.ts";
import type { EditorWorld } from "./editor-world.ts";
import { useChecks } from "./use-checks.ts";
import { useFix } from "./use-fix.ts";

interface Chip {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly run: () => void;
}

interface Props {
  readonly world: EditorWorld;
  readonly onAsk: (text: string) => void;
  readonly render: (chip: Chip) => ReactNode;
}

const most = 4;

/** The worst findings that have a fix, as chips over the composer. */
export function FixChips({ world, onAsk, render }: Props) {
  const checks = useChecks(world.stores.session);
  const fix = useFix(world.stores.draft, onAsk);
  const failing = sortFindings(checks.data?.report?.results ?? []).filter(
    (result) => result.status === "fail" && result.fix !== undefined,
  );
  const chips = new Map<string, Chip>();
  for (const result of failing) {
    if (result.fix === undefined) continue;
    const label = fixLabel(result.fix, result.about);
    if (!chips.has(label)) chips.set(label, { key: label, label, title: result.message, run: () => fix(result) });
  }
  return [...chips.values()].slice(0, most).map(render);
}
