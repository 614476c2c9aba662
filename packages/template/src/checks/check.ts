import { createCatalogue, type Catalogue } from "../catalogue.ts";
import type { Lead } from "../lead.ts";
import type { Skeleton } from "../skeleton.ts";
import { numberOfAsks, softFirstAsk } from "./check-asks.ts";
import { followsSkeleton } from "./check-blocks.ts";
import { createContext, type CheckContext } from "./check-context.ts";
import { evidenceAgrees, figures, personalClaims } from "./check-evidence.ts";
import type { CheckInput, SequenceInput } from "./check-input.ts";
import { lengthForLead, missingValues, oddValues, tidyText, tokensInValues, type LeadCheck } from "./check-leads.ts";
import { bareEmail, leakedTokens, leftoverSlots } from "./check-leaks.ts";
import { firstEmailLength, followUpLength, grade, longestSentence } from "./check-length.ts";
import { cleanLinks, fewLinks, noCalendarLink, postalAddress, wayOut } from "./check-links.ts";
import type { CheckReport, CheckResult, CheckScope } from "./check-result.ts";
import { emailCount, emailGaps, lastIsLast, saysSomethingNew, sequenceLimits } from "./check-sequence.ts";
import { blocksComplete, skeletonVariables, slotsBelong } from "./check-skeleton.ts";
import { nothingOfOthers } from "./check-strangers.ts";
import { noFalseReply, subjectLength, subjectPresent, subjectVariables, subjectWords } from "./check-subject.ts";
import { emptyFallbacks, nearMisses, senderValues, unknownVariables, valueShares } from "./check-variables.ts";
import { houseWords, noShouting, opener, plainWords, spamWordList, staleFollowUp } from "./check-wording.ts";
import { checkDefaults, type CheckId } from "./defaults.ts";
import { passed, unsure, type Finding } from "./finding.ts";
import { leadNamesUsed } from "./lead-view.ts";
import { overLeads } from "./over-leads.ts";
import { toReport } from "./report.ts";
import type { CheckSettings } from "./settings.ts";

type TextCheck = (ctx: CheckContext) => Finding | readonly Finding[] | null;

/** Checks of the words, made once; those that only a template can fail come first. */
const templateOnly: readonly (readonly [CheckId, TextCheck])[] = [
  ["V01", unknownVariables],
  ["V03", valueShares],
  ["V12", nearMisses],
  ["V13", emptyFallbacks],
  ["V15", senderValues],
  ["B21", followsSkeleton],
  ["S09", subjectVariables],
];
const everyText: readonly (readonly [CheckId, TextCheck])[] = [
  ["V04", leakedTokens],
  ["V11", bareEmail],
  ["V16", leftoverSlots],
  ["B16", figures],
  ["B17", houseWords],
  ["B18", noShouting],
  ["S02", subjectLength],
  ["L04", cleanLinks],
  ["P01", personalClaims],
  ["P02", evidenceAgrees],
  ["P03", nothingOfOthers],
];
const wholeDraft: readonly (readonly [CheckId, TextCheck])[] = [
  ["B01", firstEmailLength],
  ["B02", followUpLength],
  ["B03", grade],
  ["B05", longestSentence],
  ["B07", numberOfAsks],
  ["B08", softFirstAsk],
  ["B09", noCalendarLink],
  ["B11", opener],
  ["B13", staleFollowUp],
  ["B14", plainWords],
  ["B19", spamWordList],
  ["S01", subjectWords],
  ["S03", subjectPresent],
  ["S04", noFalseReply],
  ["L01", fewLinks],
  ["L05", wayOut],
  ["L06", postalAddress],
];
const perLead: readonly (readonly [CheckId, LeadCheck])[] = [
  ["V02", missingValues],
  ["V04", tokensInValues],
  ["V05", oddValues],
  ["V14", tidyText],
];

/**
 * Run every check that applies to an email: a template once and for each lead, or the finished text of one lead.
 *
 * Linear in the text for the template, and in leads × text for the leads. Pure: the same input gives the same report.
 * What cannot be known is `unknown` with a reason. Findings with one cause over many leads are one result.
 */
export function check(input: CheckInput, settings: CheckSettings = {}): CheckReport {
  const ctx = createContext(input, settings);
  const results = [...textResults(ctx), ...leadResults(ctx, ctx.leads, true)];
  if (!ctx.isExample && input.skeleton !== null && input.skeleton !== undefined)
    results.push(...skeletonResults(input.skeleton, ctx.catalogue, settings));
  if (input.sequence !== undefined) results.push(...sequenceResults(input.sequence, settings));
  const order = Object.keys(checkDefaults);
  return toReport(
    results.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    ctx.leads.length > 0,
  );
}

/** The findings for one lead alone, as its preview or message shows them; V10 is asked of this lead. */
export function checkLead(input: CheckInput, lead: Lead, settings: CheckSettings = {}): CheckResult[] {
  const ctx = createContext(
    { ...input, catalogue: input.catalogue ?? createCatalogue({ leads: input.leads ?? [lead] }) },
    settings,
  );
  return leadResults(ctx, [lead], false);
}

/** The checks of a skeleton by itself: K01, K02, and V01 for its texts. */
export function checkSkeleton(
  skeleton: Skeleton,
  catalogue: Catalogue = createCatalogue(),
  settings: CheckSettings = {},
): CheckReport {
  return toReport(skeletonResults(skeleton, catalogue, settings), true);
}

/** The checks of a campaign's sequence: Q01, Q02, Q06, and Q03 when `current` names an email. */
export function checkSequence(sequence: SequenceInput, settings: CheckSettings = {}): CheckReport {
  return toReport(sequenceResults(sequence, settings), true);
}

function textResults(ctx: CheckContext): CheckResult[] {
  const { isExample, leads } = ctx;
  const checks = isExample ? everyText : [...templateOnly, ...everyText, ...wholeDraft];
  const id = isExample ? leads[0]?.id : undefined;
  return checks.flatMap(([check, run]) =>
    [run(ctx) ?? []]
      .flat()
      .flatMap((finding) =>
        toResult(check, isExample ? "lead" : "template", finding, ctx.settings).map((result) =>
          typeof id === "string" ? { ...result, lead_id: id } : result,
        ),
      ),
  );
}

function leadResults(ctx: CheckContext, leads: readonly Lead[], sampled: boolean): CheckResult[] {
  const result = (id: CheckId, finding: Finding): CheckResult[] => toResult(id, "lead", finding, ctx.settings);
  const checks = ctx.isExample ? [] : perLead;
  if (ctx.isExample)
    return ctx.body.source.includes("⟦") || ctx.subject.source.includes("⟦")
      ? result("V02", { status: "fail", message: "A value is missing in the text." })
      : result("V02", passed("No value is missing."));
  if (leadNamesUsed(ctx).length === 0)
    return [...checks, ["V10", lengthForLead] as const].flatMap(([id]) =>
      result(id, passed("No lead variable is used, so every lead reads the same.")),
    );
  if (leads.length === 0)
    return [...checks, ["V10", lengthForLead] as const].flatMap(([id]) =>
      result(id, unsure(`${checkDefaults[id].title}: nothing to look at.`, "no leads in the campaign")),
    );
  return overLeads(ctx, leads, checks, sampled).flatMap(([id, finding, who]) =>
    result(id, finding).map((one) => ({ ...one, ...who })),
  );
}

function skeletonResults(skeleton: Skeleton, catalogue: Catalogue, settings: CheckSettings): CheckResult[] {
  const findings: readonly (readonly [CheckId, readonly Finding[]])[] = [
    ["V01", skeletonVariables(skeleton, catalogue)],
    ["K01", slotsBelong(skeleton)],
    ["K02", blocksComplete(skeleton, catalogue)],
  ];
  return findings.flatMap(([id, list]) => list.flatMap((finding) => toResult(id, "skeleton", finding, settings)));
}

function sequenceResults(sequence: SequenceInput, settings: CheckSettings): CheckResult[] {
  const given = (id: string, name: keyof typeof sequenceLimits): number =>
    settings.thresholds?.[id]?.[name] ?? sequenceLimits[name];
  const limits = {
    least: given("Q01", "least"),
    most: given("Q01", "most"),
    least_days: given("Q02", "least_days"),
    overlap: given("Q03", "overlap"),
  };
  const found: readonly (readonly [CheckId, Finding | readonly Finding[] | null])[] = [
    ["Q01", emailCount(sequence, limits)],
    ["Q02", emailGaps(sequence, limits)],
    ["Q03", saysSomethingNew(sequence, limits)],
    ["Q06", lastIsLast(sequence)],
  ];
  return found.flatMap(([id, list]) =>
    [list ?? []].flat().flatMap((finding) => toResult(id, "sequence", finding, settings)),
  );
}

/** Add what the defaults and the campaign's settings say; a check that is off gives nothing. */
function toResult(id: CheckId, scope: CheckScope, finding: Finding, settings: CheckSettings): CheckResult[] {
  const defaults = checkDefaults[id];
  const wanted = defaults.locked ? undefined : settings.severity?.[id];
  if (wanted === "off") return [];
  return [
    {
      ...finding,
      id,
      scope,
      spans: finding.spans ?? [],
      severity: wanted ?? finding.severity ?? defaults.severity,
      source: defaults.source,
    },
  ];
}
