// What callers of the REST door send and get, browser-safe.
export type { EventJson } from "./doors/rest/json/event.ts";
export { CampaignJson, CampaignPageJson, CampaignWithNodesJson } from "./doors/rest/json/campaign.ts";
export { ChecksJson, FindingJson } from "./doors/rest/json/checks.ts";
export { ErrorJson, SuccessJson } from "./doors/rest/json/error.ts";
export { ExampleJson } from "./doors/rest/json/example.ts";
export { CoverageJson, LeadJson, LeadPageJson } from "./doors/rest/json/lead.ts";
export { NodeJson, SequenceJson } from "./doors/rest/json/node.ts";
export { HunkJson, ProposalJson } from "./doors/rest/json/proposal.ts";
export { RunJson, StartedRunJson, UsageJson } from "./doors/rest/json/run.ts";
export { CheckCountsJson, SessionJson, SessionSummaryJson } from "./doors/rest/json/session.ts";
export { DraftVersionJson, MessageJson, SkeletonVersionJson } from "./doors/rest/json/session-parts.ts";
export { SkeletonJson } from "./doors/rest/json/skeleton.ts";
