import { z } from "zod";

/** A UUID in an answer: lower case. */
export const uuid = z.string().meta({ format: "uuid", examples: ["01981f3e-7a50-7c61-9d0f-1f2e3d4c5b6a"] });

/** An instant in an answer: ISO 8601, UTC, with `Z`. */
export const instant = z.string().meta({ format: "date-time", examples: ["2026-03-04T09:15:00.000Z"] });

/** A run's id as callers see it. */
export const runIdJson = z
  .string()
  .meta({ pattern: "^run_[0-9a-f]{32}$", examples: ["run_01981f3e7a507c619d0f1f2e3d4c5b6a"] });

/** Where the next page begins; null at the end. */
export const nextCursor = z.string().nullable();

/** An instant as text, or null. */
export function toInstant(at: Date): string;
export function toInstant(at: Date | null): string | null;
export function toInstant(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
