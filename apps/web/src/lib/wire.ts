import type {
  CampaignView,
  ChecksView,
  DraftVersionView,
  ExampleView,
  KeyView,
  LeadView,
  MessageView,
  NodeView,
  ProposalView,
  QuestionView,
  RunView,
  SessionSnapshot,
  SessionSummary,
  SessionView,
  SkeletonVersionView,
} from "@longhand/api/contract";

/** A view as JSON brings it: instants are text. */
export type Wire<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Wire<T[Key]> } : T;

export type Campaign = Wire<CampaignView>;
export type CampaignNode = Wire<NodeView>;
export type Lead = Wire<LeadView>;
export type Key = Wire<KeyView>;
export type Session = Wire<SessionView>;
export type SessionRow = Wire<SessionSummary>;
export type Snapshot = Wire<SessionSnapshot>;
export type Message = Wire<MessageView>;
export type Question = Wire<QuestionView>;
export type Run = Wire<RunView>;
export type Proposal = Wire<ProposalView>;

export type Example = Wire<ExampleView>;
export type DraftVersion = Wire<DraftVersionView>;
export type SkeletonVersion = Wire<SkeletonVersionView>;
// It holds no instants, and its open JSON values would be followed without end.
export type Checks = ChecksView;
