import type { SenderRow } from "@longhand/db";
import type { SenderInput } from "./contract.ts";

/** The columns a caller has said something about. */
export function toSenderRow(sender: SenderInput): Partial<SenderRow> {
  return {
    ...(sender.firstName !== undefined && { first_name: sender.firstName }),
    ...(sender.lastName !== undefined && { last_name: sender.lastName }),
    ...(sender.company !== undefined && { company: sender.company }),
    ...(sender.email !== undefined && { email: sender.email }),
  };
}
