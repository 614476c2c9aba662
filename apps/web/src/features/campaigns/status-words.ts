import type { Campaign } from "../../lib/wire.ts";

export const statusWords: Record<Campaign["status"], string> = {
  draft: "Draft",
  active: "Active",
  paused: "Paused",
  completed: "Completed",
};
