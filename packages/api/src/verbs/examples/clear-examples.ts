import { examples } from "@longhand/db";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { TxContext } from "../../base/transaction.ts";

/** Take all examples of a session out of view, except those of one run when it is named. The rows stay. Answers how many went. */
export async function clearExamples(tx: TxContext, sessionId: string, exceptRunId?: string): Promise<number> {
  const hidden = await tx.db
    .update(examples)
    .set({ hiddenAt: sql`now()`, updatedAt: sql`now()` })
    .where(
      and(
        eq(examples.sessionId, sessionId),
        isNull(examples.hiddenAt),
        exceptRunId === undefined ? undefined : ne(examples.runId, exceptRunId),
      ),
    )
    .returning({ id: examples.id });
  return hidden.length;
}
