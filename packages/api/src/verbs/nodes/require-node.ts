import { notFound } from "../../base/errors.ts";
import type { NodeRow } from "./to-node-view.ts";

/**
 * One of a sequence's nodes.
 *
 * @throws {AppError} `not_found` for a node that is absent, removed or of another campaign.
 */
export function requireNode(nodes: readonly NodeRow[], nodeId: string): NodeRow {
  const node = nodes.find((candidate) => candidate.id === nodeId);
  if (node === undefined) throw notFound("Node");
  return node;
}
