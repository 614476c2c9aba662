import type { SessionEvent } from "@longhand/api/contract";
import type { Step } from "./live.ts";

const partKinds = [
  "step.begin",
  "text.delta",
  "artifact.preview",
  "tool.note",
  "step.commit",
  "model.changed",
] as const;

/** An event that belongs to one attempt of one step. */
export type PartEvent = Extract<SessionEvent, { readonly kind: (typeof partKinds)[number] }>;

export function isPart(event: SessionEvent): event is PartEvent {
  return partKinds.some((kind) => kind === event.kind);
}

/** The steps after one more part. A higher attempt clears what the lower one said; a lower one is not heard any more. */
export function reducePart(steps: readonly Step[], event: PartEvent): readonly Step[] {
  const id = event.step ?? event.kind;
  const attempt = event.attempt ?? 0;
  const known = steps.find((step) => step.step === id);
  if (known !== undefined && attempt < known.attempt) return steps;
  const current: Step =
    known === undefined || attempt > known.attempt
      ? { step: id, attempt, label: null, text: "", notes: [], preview: null, committed: false }
      : known;
  const next = applyPart(current, event);
  return known === undefined ? [...steps, next] : steps.map((step) => (step.step === id ? next : step));
}

function applyPart(step: Step, event: PartEvent): Step {
  switch (event.kind) {
    case "step.begin":
      return { ...step, label: event.payload.label };
    case "text.delta":
      return step.committed ? step : { ...step, text: step.text + event.payload.text };
    case "artifact.preview":
      return { ...step, preview: event.payload };
    case "tool.note": {
      const others = step.notes.filter((note) => note.tool !== event.payload.tool || note.state !== "working");
      return { ...step, notes: [...others, event.payload] };
    }
    case "step.commit":
      return { ...step, text: event.payload.text, committed: true };
    case "model.changed":
      return {
        ...step,
        notes: [
          ...step.notes,
          { tool: "model", label: `${event.payload.to} answers now: ${event.payload.reason}`, state: "done" },
        ],
      };
  }
}
