import { contexts } from "@longhand/db";
import type { Fact } from "@longhand/writer";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../../base/context.ts";

/** What the company knows about itself, as every generation and check reads it. */
export interface CompanyContext {
  readonly facts: readonly Fact[];
  readonly bannedPhrases: readonly string[];
  readonly requiredPhrases: readonly string[];
}

const factKinds = ["overview", "product", "problem_solved", "differentiator", "proof", "tone", "voice_sample"] as const;

/** Read the actor's company knowledge, in the order the person gave it. */
export async function readContext(ctx: Context): Promise<CompanyContext> {
  const rows = await ctx.db
    .select()
    .from(contexts)
    .where(eq(contexts.userId, ctx.actor.userId))
    .orderBy(asc(contexts.kind), asc(contexts.position), asc(contexts.id));
  const facts = rows.flatMap((row): Fact[] => {
    const kind = factKinds.find((known) => known === row.kind);
    return kind === undefined ? [] : [{ id: row.id, kind, title: row.title, text: row.content }];
  });
  const phrases = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.content);
  return { facts, bannedPhrases: phrases("banned_phrase"), requiredPhrases: phrases("required_phrase") };
}
