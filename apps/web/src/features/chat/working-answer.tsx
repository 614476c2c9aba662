import { useEffect, useState } from "react";
import { Activity, type ActivityLine } from "./activity.tsx";
import { AnswerText } from "./answer-text.tsx";

/** A step of the run as the transcript shows it. */
export interface WorkingStep {
  readonly step: string;
  readonly label: string | null;
  readonly text: string;
  readonly notes: readonly {
    readonly tool: string;
    readonly label: string;
    readonly state: "working" | "done" | "refused";
  }[];
  readonly committed: boolean;
}

interface Props {
  readonly steps: readonly WorkingStep[];
  readonly queued: boolean;
  readonly stopping: boolean;
}

/** Without a sign for this long, the page says so. */
const silentMs = 20_000;

/** The answer as it grows: what is being done, then its words. */
export function WorkingAnswer({ steps, queued, stopping }: Props) {
  const silentFor = useSilence(steps);
  const lines = steps.flatMap((step, index): ActivityLine[] => {
    const isLast = index === steps.length - 1;
    const notes = step.notes.map((note, at) => ({ key: `${step.step}.${at}`, label: note.label, state: note.state }));
    if (notes.length > 0 || step.label === null) return notes;
    return [{ key: step.step, label: step.label, state: isLast && !step.committed ? "working" : "done" }];
  });
  const text = steps.findLast((step) => step.text !== "")?.text ?? "";
  const status = stopping
    ? "Stopping…"
    : silentFor !== null
      ? `Still working, last sign ${silentFor} s ago`
      : queued
        ? "Starting…"
        : lines.some((line) => line.state === "working") || text !== ""
          ? ""
          : "Working…";
  return (
    <div className="grid gap-2.5">
      <p className="text-meta text-muted">Longhand</p>
      <Activity lines={lines} />
      {text !== "" && <AnswerText text={text} />}
      {status !== "" && <p className="text-table text-muted">{status}</p>}
    </div>
  );
}

/** Whole seconds since the last change of `sign`, once they are many. */
function useSilence(sign: unknown): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const since = Date.now();
    const timer = setInterval(
      () => setSeconds(Date.now() - since >= silentMs ? Math.round((Date.now() - since) / 1000) : null),
      1_000,
    );
    return () => {
      clearInterval(timer);
      setSeconds(null);
    };
  }, [sign]);
  return seconds;
}
