export type { CheckDefault, CheckWhere } from "./checks/check-default.ts";
export { check, checkLead, checkSequence, checkSkeleton } from "./checks/check.ts";
export { gateFailures, toReport } from "./checks/report.ts";
export { CheckSettings } from "./checks/settings.ts";
export { checkDefaults, checkIds, isCheckId, type CheckId } from "./checks/defaults.ts";
export type { BlockSpan, CheckInput, EmailKind, SequenceInput, SequenceNode } from "./checks/check-input.ts";
export type {
  CheckCounts,
  CheckReport,
  CheckResult,
  CheckScope,
  CheckSeverity,
  CheckStatus,
  Json,
  Ready,
} from "./checks/check-result.ts";
export { detectClaims } from "./evidence/detect-claims.ts";
export { findSupport, verifyClaim, type Verification } from "./evidence/verify-claim.ts";
export type { Claim, ClaimKind, ClaimLexicon, Evidence, EvidenceSources } from "./evidence/claim.ts";
export { applyFix, applyFixToEmail, type FixEdit, type FixName, type FixOp } from "./fix.ts";
export { defaultFallback } from "./checks/default-fallback.ts";
export { findAsks, type Ask, type AskKind, type AskSentence } from "./checks/find-asks.ts";
export { layoutOf, type Layout } from "./checks/layout.ts";
export { findLinks, type Link } from "./checks/find-links.ts";
export { backs, findFigures, type Figure, type FigureUnit } from "./evidence/figures.ts";
