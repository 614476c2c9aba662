import { leadValues, type EmailText, type Lead } from "@longhand/template";
import type { ExampleTask } from "../model-task.ts";
import type { ExamplesState } from "../ports.ts";
import type { FilledSlot } from "./fill-slots.ts";
import { isOrder } from "./is-order.ts";

/** Characters of a lead's field that its writer sees (writer.md §4.5). */
const longestField = 400;

/** A lead's allowed fields that have a value and do not read like an order; values hold no control characters. */
export function presentFields(lead: Lead, names: readonly string[]): { field: string; text: string }[] {
  const values = leadValues(lead, null);
  return [...new Set(names)].flatMap((field) => {
    const text = values.get(field);
    return text === null || text === undefined || isOrder(text) ? [] : [{ field, text: text.slice(0, longestField) }];
  });
}

/** Whether a slot's block has something to rest on for this lead: a field of it is present, or it rests on facts alone. */
export function isWritable(block: FilledSlot["block"], lead: Lead): boolean {
  const { fields } = block.personalization;
  return fields.length === 0 || presentFields(lead, fields).length > 0;
}

/** What one lead's writer is told: this lead's allowed fields and the company's facts, nothing else. */
export function exampleTask(
  key: string,
  lead: Lead,
  slots: readonly FilledSlot[],
  state: ExamplesState,
  email: EmailText,
): ExampleTask {
  const { notes: _, ...brief } = state.brief;
  const fields = presentFields(
    lead,
    slots.flatMap(({ block }) => block.personalization.fields),
  );
  return {
    lead_key: key,
    slots: slots.map(({ block, prompt }) => ({
      block_id: block.id,
      role: block.role,
      strategy: block.strategy,
      approach: block.personalization.approach,
      fallback: block.personalization.fallback,
      prompt,
    })),
    evidence: [
      ...fields.map(({ field, text }) => ({ id: `field:${field}`, kind: "lead_field" as const, field, text })),
      ...state.facts.map(({ id, text }) => ({ id: `fact:${id}`, kind: "context_fact" as const, text })),
    ],
    brief,
    facts: state.facts,
    // As a template: what is around a slot is told without this or any lead's values.
    around: email.body,
  };
}
