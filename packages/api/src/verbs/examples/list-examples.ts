import { examples } from "@longhand/db";
import { leadValues, type Lead } from "@longhand/template";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import type { ExampleView } from "../sessions/contract.ts";

type Row = typeof examples.$inferSelect;

/**
 * A session's examples in the order their leads were given, null while there are
 * none. One is stale when a newer skeleton or draft stands. Ownership is checked before.
 */
export async function listExamples(ctx: Context, sessionId: string): Promise<readonly ExampleView[] | null> {
  const rows = await ctx.db
    .select()
    .from(examples)
    .where(and(eq(examples.sessionId, sessionId), isNull(examples.hiddenAt)))
    .orderBy(asc(examples.position), asc(examples.createdAt), asc(examples.id));
  if (rows.length === 0) return null;
  const [current] = await ctx.db.execute<{ skeleton: number; draft: number }>(sql`
    select coalesce((select max(framework_version) from skeleton_versions where session_id = ${sessionId}), 0) as skeleton,
           coalesce((select max(number) from draft_versions where session_id = ${sessionId}), 0) as draft`);
  return rows.map((row) =>
    toExampleView(row, row.frameworkVersion !== current?.skeleton || row.draftNumber !== current.draft),
  );
}

function toExampleView(row: Row, stale: boolean): ExampleView {
  const issues: unknown = row.issues;
  const evidence: unknown = row.evidence;
  return {
    leadId: row.leadKey,
    leadName: leadName(row),
    subject: row.subject,
    body: row.body,
    frameworkVersion: row.frameworkVersion,
    stale,
    evidence: evidence as ExampleView["evidence"],
    issues: issues as ExampleView["issues"],
    status: row.status === "failed" ? "failed" : "written",
  };
}

/** What to call a lead: the name, else the address, else the company. */
function leadName(row: Row): string {
  const stored: unknown = row.lead;
  const values = leadValues(stored as Lead, null);
  return values.get("full_name") ?? values.get("email") ?? values.get("company") ?? `Lead ${row.position + 1}`;
}
