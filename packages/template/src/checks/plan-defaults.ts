import { row, type CheckDefault } from "./check-default.ts";

/** Subject and skeleton. */
export const planDefaults = {
  S01: row(
    "Words in the subject",
    "TG",
    "warning",
    { aim_low: 2, aim_high: 5, warn_above: 7, error_above: 12 },
    "Belkins; Instantly disagrees",
    "Belkins finds 2–4 words best, Instantly 6–10; beyond 12 no inbox shows it.",
  ),
  S02: row(
    "Characters in the subject",
    "TL",
    "warning",
    { info_above: 35, warn_above: 50 },
    "phone widths",
    "Phones show about 35 characters upright, desktops about 50 beside a preview.",
  ),
  S03: row(
    "A new thread has a subject",
    "TG",
    "error",
    {},
    "practice",
    "An empty subject on a new thread is a filter's easiest catch.",
  ),
  S04: row(
    "No false reply mark",
    "TG!",
    "error",
    {},
    "CAN-SPAM",
    "“Re:” on a mail that answers nothing is a deceptive subject by law.",
  ),
  S09: row(
    "Subject variables cannot be empty",
    "TG",
    "error",
    {},
    "Longhand",
    "A hole in the subject is seen before anything else.",
  ),
  K01: row("Slots belong to blocks", "KG", "error", {}, "Longhand", "A slot that no block explains cannot be filled."),
  K02: row(
    "Blocks are complete",
    "KG",
    "error",
    {},
    "Longhand",
    "A slot needs words for leads without data, fields need to exist, and an email needs an ask.",
  ),
} satisfies Record<string, CheckDefault>;
