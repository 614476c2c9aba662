import type { CheckSeverity } from "./check-result.ts";

/** Where a check looks: the skeleton, the template once, each lead's rendered text, the campaign's sequence. */
export type CheckWhere = "skeleton" | "template" | "lead" | "sequence";

/** The defaults of one check. */
export interface CheckDefault<T extends Readonly<Record<string, number>> = Readonly<Record<string, number>>> {
  readonly title: string;
  readonly where: readonly CheckWhere[];
  /** Severity of its ordinary failure; a check with thresholds for several severities names them. */
  readonly severity: CheckSeverity;
  /** In the gate: a writer may not commit its own text while this fails at severity error. */
  readonly gate: boolean;
  /** Cannot be turned off or softened. */
  readonly locked: boolean;
  readonly thresholds: T;
  readonly source: string;
  /** Why the line is drawn here, with the disagreement where sources disagree. */
  readonly reason: string;
}

/** `where` in letters (K T L S), then G for the gate and ! for locked. */
function row<const T extends Readonly<Record<string, number>>>(
  title: string,
  flags: string,
  severity: CheckSeverity,
  thresholds: T,
  source: string,
  reason: string,
): CheckDefault<T> {
  const places = { K: "skeleton", T: "template", L: "lead", S: "sequence" } as const;
  const where = (["K", "T", "L", "S"] as const)
    .filter((letter) => flags.includes(letter))
    .map((letter) => places[letter]);
  return { title, where, severity, gate: flags.includes("G"), locked: flags.includes("!"), thresholds, source, reason };
}

/** Every check by id, in the order of reports. Vendor studies are correlations in their own data, hence mostly warnings. */
export const checkDefaults = {
  V01: row(
    "Every variable is known",
    "TG!",
    "error",
    {},
    "Longhand",
    "An unknown name can never be filled and would show as a hole to every lead.",
  ),
  V02: row(
    "No value is missing without a fallback",
    "LG!",
    "error",
    {},
    "Longhand",
    "A lead without the value would get a visible hole; such a text must not be sent.",
  ),
  V03: row(
    "Most leads have a value",
    "T",
    "warning",
    { share: 0.95 },
    "Longhand",
    "Below 95 % the fallback is no exception any more but what many people read. With a fallback written it is for information.",
  ),
  V04: row(
    "No foreign or leaked token",
    "TLG!",
    "error",
    {},
    "practice",
    "A bracket of another tool, or a code inside a value, tells the reader that a machine wrote.",
  ),
  V05: row(
    "Values look like people wrote them",
    "L",
    "warning",
    { longest: 40 },
    "practice",
    "Capitals, legal suffixes and emoji in a name give a mail merge away.",
  ),
  V10: row(
    "Length holds for longest and emptiest lead",
    "L",
    "warning",
    {},
    "Longhand",
    "Counts on a sample hide the lead whose values push the text over a limit.",
  ),
  V11: row(
    "Only the email, no wrapping",
    "TLG!",
    "error",
    {},
    "practice",
    "A preamble, code fence, subject line or markdown in the body is a model's habit, never wanted.",
  ),
  V12: row(
    "No near miss of a variable",
    "TG",
    "error",
    {},
    "Longhand",
    "A percent sign beside a known name was almost surely meant as a variable.",
  ),
  V13: row(
    "No empty fallback",
    "T",
    "warning",
    {},
    "Longhand",
    "Legal because it was written, but nothing is what some leads will read there.",
  ),
  V14: row(
    "Text stays clean around values",
    "L",
    "warning",
    {},
    "practice",
    "A double space, lost comma or wrong article shows where a value was put in.",
  ),
  V15: row(
    "Sender values are there",
    "T",
    "error",
    {},
    "Longhand",
    "The same hole for every lead: the sender profile has to be filled once.",
  ),
  V16: row(
    "No slot is left",
    "TLG!",
    "error",
    {},
    "Longhand",
    "A slot is an instruction to the writer, not words for a reader.",
  ),
  B01: row(
    "Length of a first email",
    "TG",
    "warning",
    { info_below: 20, aim_low: 25, aim_high: 100, warn_above: 125, error_above: 200 },
    "Lavender, Hunter, Boomerang; Belkins disagrees",
    "Lavender and Hunter see most replies at 25–100 words, Boomerang at 50–125; Belkins reports good results above, so only 200 is an error.",
  ),
  B02: row(
    "Length of a follow-up",
    "T",
    "warning",
    { aim_low: 25, aim_high: 90, warn_above: 125, last_aim: 45, last_warn_above: 60 },
    "Gong, Longhand",
    "Gong finds longer follow-ups worse than longer first emails; a last email has nothing left to explain.",
  ),
  B03: row(
    "Reading grade",
    "TG",
    "warning",
    { aim: 5, warn_above: 8, error_above: 12, least_words: 20 },
    "Lavender, Boomerang",
    "Replies peak at third to fifth grade in both studies; above twelve, nobody reads it on a phone.",
  ),
  B05: row(
    "Longest sentence",
    "T",
    "warning",
    { warn_above: 25 },
    "Lavender",
    "Longer sentences lose a reader who skims.",
  ),
  B07: row(
    "Exactly one ask",
    "TG",
    "warning",
    { least: 1, most: 1, last_least: 0 },
    "practice",
    "Two asks make the reader choose, none leaves nothing to answer; a goodbye may have none.",
  ),
  B08: row(
    "No dated or long meeting in a first email",
    "T",
    "warning",
    { minutes: 30 },
    "Gong",
    "Gong finds asking for interest to beat asking for a slot in first emails.",
  ),
  B09: row(
    "No calendar link in a first email",
    "T",
    "warning",
    {},
    "practice",
    "A stranger's calendar puts the work on the reader, and it is a link.",
  ),
  B11: row(
    "No stock opener",
    "TG",
    "error",
    {},
    "practice",
    "The first line is the preview in the inbox; a stock phrase wastes it. Starting with “I” is only a warning.",
  ),
  B13: row(
    "No stale follow-up phrase",
    "T",
    "warning",
    {},
    "Gong",
    "Phrases that only say “you did not answer” lower replies in Gong's data.",
  ),
  B14: row(
    "No jargon, no long dash",
    "T",
    "warning",
    {},
    "Longhand",
    "Plain words read faster; the long dash has become a mark of machine text.",
  ),
  B16: row(
    "Every figure has evidence",
    "TLG!",
    "error",
    {},
    "Longhand",
    "An invented number is a lie to every lead at once.",
  ),
  B17: row("House words are kept", "TLG", "error", {}, "settings", "The campaign or the person said so."),
  B18: row(
    "No shouting",
    "TL",
    "warning",
    { capitals: 4, exclamations: 1 },
    "practice",
    "Capitals, rows of marks and emoji read as advertising, and filters count them.",
  ),
  B19: row(
    "Words often called spam words",
    "T",
    "info",
    {},
    "practice",
    "No public filter works by such lists, so they are shown without a score.",
  ),
  B21: row(
    "Follows its skeleton",
    "T",
    "warning",
    {},
    "Longhand",
    "A block that is gone, moved or new means that plan and text no longer agree.",
  ),
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
  L01: row(
    "Links in a first email",
    "T",
    "warning",
    { warn_from: 1, error_from: 3 },
    "practice",
    "A stranger's links are neither clicked nor liked by filters; three look like a newsletter.",
  ),
  L04: row(
    "Links are clean and known",
    "TLG",
    "error",
    {},
    "practice",
    "An insecure, shortened, local or invented address harms the reader or the sender.",
  ),
  L05: row(
    "A way to opt out",
    "T",
    "error",
    {},
    "CAN-SPAM",
    "Required by law for commercial mail; a header added by the sending system counts.",
  ),
  L06: row(
    "Postal address",
    "T",
    "warning",
    {},
    "CAN-SPAM",
    "US law asks for a physical address in commercial mail; other audiences differ.",
  ),
  P01: row(
    "Every personal claim has evidence",
    "TLG!",
    "error",
    {},
    "Longhand",
    "Pretended knowledge about a person is found out by that person.",
  ),
  P02: row(
    "Evidence says what the text says",
    "TLG!",
    "error",
    {},
    "Longhand",
    "A source that says something else is worse than none.",
  ),
  P03: row(
    "Nothing of somebody else",
    "TLG!",
    "error",
    { run_of_words: 8 },
    "Longhand",
    "Another lead's data or the prompt's words in a text are a leak.",
  ),
  Q01: row(
    "Emails in the campaign",
    "S",
    "warning",
    { least: 3, most: 7 },
    "Instantly",
    "Most replies of a campaign come within the first emails; beyond seven complaints outgrow them.",
  ),
  Q02: row(
    "Days between emails",
    "S",
    "warning",
    { least_days: 2, aim_days: 3 },
    "practice",
    "Less than two days reads as pressure; growing gaps from three are usual.",
  ),
  Q03: row(
    "Follow-ups say something new",
    "S",
    "warning",
    { overlap: 0.35 },
    "Longhand",
    "A third of shared word triples is where two emails begin to read as one.",
  ),
  Q06: row("The last email is the last", "S", "error", {}, "practice", "An email after a goodbye breaks a promise."),
} satisfies Record<string, CheckDefault>;

/** The id of a check. */
export type CheckId = keyof typeof checkDefaults;

/** Every check id, in the order of reports. */
export const checkIds = Object.keys(checkDefaults).filter(isCheckId);

export function isCheckId(id: string): id is CheckId {
  return Object.hasOwn(checkDefaults, id);
}
