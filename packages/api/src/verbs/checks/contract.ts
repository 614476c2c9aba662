import type { CheckReport } from "@longhand/template/checks";
import type { CheckCounts } from "../sessions/contract.ts";

/** Every finding on the current draft over the campaign's leads. */
export interface ChecksView {
  readonly draftVersion: number | null;
  readonly revision: number;
  readonly leadCount: number;
  readonly counts: CheckCounts;
  readonly report: CheckReport | null;
}
