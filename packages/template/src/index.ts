export type { EmailPart, EmailText, PartSpan, Span } from "./span.ts";
export type { Lead, LeadText, Sender } from "./lead.ts";
export {
  customKey,
  customPrefix,
  foldName,
  leadNames,
  safeCustomKey,
  senderNames,
  type LeadName,
  type SenderName,
} from "./names.ts";
export { missingWords, toValue } from "./value.ts";
export type {
  BadSlotToken,
  LexMode,
  LonePercentToken,
  PercentToken,
  SlotToken,
  TextToken,
  Token,
  VariableToken,
} from "./lex.ts";
export { parse, type Template } from "./parse.ts";
export { variables, type VariableUse } from "./variables.ts";
export { createCatalogue, type Catalogue, type CatalogueSource } from "./catalogue.ts";
export { nearestName, resolve, type Resolution, type UnknownVariable } from "./resolve.ts";
export { leadValues, type ValueOptions, type Values } from "./values.ts";
export { render, type Rendered, type Segment } from "./render.ts";
export { renderEmail, type RenderedEmail } from "./render-email.ts";
export { escapePercent } from "./escape-percent.ts";
export { coverage, type Coverage, type CoverageOptions, type VariableCoverage } from "./coverage.ts";
export { fieldProfile, type FieldProfile, type FieldType } from "./field-profile.ts";
export { sampleLeads, type LeadPick } from "./sample-leads.ts";
export { diffTokens, type DiffToken } from "./diff-tokens.ts";
export { applyHunks, diff, type Hunk } from "./diff.ts";
export { applyFix, applyFixToEmail, type FixEdit, type FixName, type FixOp } from "./fix.ts";
export { splitSentences, type Sentence } from "./sentences.ts";
export { countSyllables, countWords, isEnglish, readingGrade } from "./reading.ts";
export { BlockRole } from "./block-role.ts";
export { Block, Skeleton, VariableName, type SkeletonInput } from "./skeleton.ts";
export { alignBlocks } from "./align-blocks.ts";
export type { BlockSpan } from "./checks/check-input.ts";
export type { Claim, ClaimKind, ClaimLexicon, Evidence, EvidenceSources } from "./evidence/claim.ts";
export { exportSyntaxes, exportTemplate, type ExportedTemplate, type ExportSyntax } from "./export-syntax.ts";
export { classifyPosition, positionKind, type PositionKind } from "./classify-position.ts";
export { renderSample } from "./sample-values.ts";
export { oddValue } from "./odd-value.ts";
export { tieSlots, type SlotTie, type SlotTies } from "./tie-slots.ts";
