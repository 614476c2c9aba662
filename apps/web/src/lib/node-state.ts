import type { CampaignNode, SessionRow } from "./wire.ts";

export type NodeState = "empty" | "draft" | "working" | "review" | "ready";

export const nodeStateWords: Record<NodeState, string> = {
  empty: "Empty",
  draft: "Draft",
  working: "Working",
  review: "Needs review",
  ready: "Ready",
};

/** Where an email stands: on the node, in its session, or nowhere yet. */
export function nodeState(node: CampaignNode, session: SessionRow | undefined): NodeState {
  if ((session?.taskStatus ?? null) !== null) return "working";
  if ((session?.proposal ?? null) !== null) return "review";
  const isWritten = (node.body ?? "").trim() !== "";
  const draft = session?.draftBody ?? null;
  if (isWritten && (draft === null || (draft === node.body && (session?.draftSubject ?? "") === (node.subject ?? ""))))
    return "ready";
  if (isWritten || draft !== null || (session?.skeleton ?? null) !== null) return "draft";
  return "empty";
}
