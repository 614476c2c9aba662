import { leadNames } from "@longhand/template";
import { sql } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { requireCampaign } from "../campaigns/access.ts";
import type { CoverageInput, CoverageView } from "./contract.ts";
import { jsonValue, leadValue } from "./value-sql.ts";

/**
 * For every variable of a campaign's leads, how many have a value: built-in names first, then custom fields by name.
 * One pass over the leads, in the database.
 *
 * @throws {AppError} `not_found`.
 */
export async function coverageOf(ctx: Context, input: CoverageInput): Promise<CoverageView> {
  await requireCampaign(ctx, input.campaignId);
  const builtIn = sql.join(
    leadNames.map((name, index) => sql`(${index}::int, ${name}::text, ${leadValue(name)})`),
    sql`, `,
  );
  const rows = await ctx.db.execute<{ variable: string; filled: number; total: number; sample: string | null }>(sql`
    with mine as (select * from leads where campaign_id = ${input.campaignId}),
    pairs as (
      select p.place, p.variable, p.value from mine l, lateral (values ${builtIn}) as p(place, variable, value)
      union all
      select ${leadNames.length}::int, 'custom_fields.' || f.key, ${jsonValue(sql.raw("f.value"))} from mine l, lateral jsonb_each(l.custom_fields) as f
    )
    select variable, count(value)::int as filled, min(value) as sample, (select count(*)::int from mine) as total
      from pairs group by place, variable order by place, variable`);
  const total = rows[0]?.total ?? 0;
  const variables = rows.map((row) => ({
    variable: row.variable,
    filled: row.filled,
    missing: total - row.filled,
    sample: row.sample,
  }));
  const untouched = leadNames.map((variable) => ({ variable, filled: 0, missing: 0, sample: null }));
  return { total, variables: total === 0 ? untouched : variables };
}
