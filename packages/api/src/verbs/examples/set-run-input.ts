import { runs, type Json } from "@longhand/db";
import { eq } from "drizzle-orm";
import type { TxContext } from "../../base/transaction.ts";
import { readExamplesInput } from "./examples-input.ts";

/** Complete a run that was claimed in this transaction, once it is known for whom it writes. */
export async function setRunInput(tx: TxContext, runId: string, input: Json): Promise<void> {
  const total = readExamplesInput(input).leads.length;
  await tx.db
    .update(runs)
    .set({ input, progress: { phase: "writing", done: 0, total } })
    .where(eq(runs.id, runId));
}
