import { leads } from "@longhand/db";
import { customKey, leadNames } from "@longhand/template";
import { and, asc, eq, getTableColumns, sql, type SQL } from "drizzle-orm";
import type { Context } from "../../base/context.ts";
import { decodeCursor, encodeCursor } from "../../base/cursor.ts";
import { AppError } from "../../base/errors.ts";
import { requireCampaign } from "../campaigns/access.ts";
import type { LeadPage, ListLeadsInput } from "./contract.ts";
import { toLeadView } from "./to-lead-view.ts";
import { jsonValue, leadValue } from "./value-sql.ts";

/**
 * A campaign's leads in the order they came. `q` looks into names, address, company, position and headline; `missing`
 * keeps those without a value for a variable. `total` counts all that match, on every page.
 *
 * @throws {AppError} `not_found`; `invalid_input` for a bad cursor or a name that is no lead's variable.
 */
export async function listLeads(ctx: Context, input: ListLeadsInput): Promise<LeadPage> {
  const after = input.cursor === undefined ? undefined : decodeCursor(input.cursor);
  const without = input.missing === undefined ? undefined : sql`${valueOf(input.missing)} is null`;
  await requireCampaign(ctx, input.campaignId);
  const matching = and(
    eq(leads.campaignId, input.campaignId),
    input.q === undefined ? undefined : matches(input.q),
    withAlias(without),
  );
  const [counted] = await ctx.db
    .select({ total: sql<number>`count(*)::int` })
    .from(leads)
    .where(matching);
  const rows = await ctx.db
    .select({ ...getTableColumns(leads), instant: sql<string>`${leads.createdAt}::text` })
    .from(leads)
    .where(
      and(
        matching,
        after && sql`(${leads.createdAt}, ${leads.id}) > (${after.instant}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(leads.createdAt), asc(leads.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    leads: page.map(toLeadView),
    total: counted?.total ?? 0,
    nextCursor: rows.length > page.length && last ? encodeCursor(last.instant, last.id) : null,
  };
}

function matches(q: string): SQL {
  const pattern = `%${q.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`concat_ws(' ', ${leads.firstName}, ${leads.lastName}, ${leads.email}, ${leads.company}, ${leads.position}, ${leads.headline}) ilike ${pattern}`;
}

function valueOf(variable: string): SQL {
  const known = leadNames.find((name) => name === variable);
  if (known !== undefined) return leadValue(known);
  const key = customKey(variable);
  if (key !== undefined && key !== "") return jsonValue(sql`(l.custom_fields -> ${key}::text)`);
  throw new AppError(
    "invalid_input",
    "missing must name a variable of leads, such as company or custom_fields.team_size.",
    {
      issues: [{ path: "/missing", message: "is not a variable of leads" }],
    },
  );
}

/** Value expressions speak of the leads table as `l`. */
function withAlias(condition: SQL | undefined): SQL | undefined {
  return condition && sql`exists (select 1 from (select ${leads}.*) l where ${condition})`;
}
