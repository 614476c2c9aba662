import { missingWords, type LeadName } from "@longhand/template";
import { sql, type SQL } from "drizzle-orm";

// What `toValue` of @longhand/template turns into a space, spelled out because a class such as \s depends on the database's locale.
const blank = String.raw`[\u0001-\u0020\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+`;

/** The text that a stored text contributes to an email, as SQL; null where it counts as missing. The same rule as `toValue`. */
export function textValue(text: SQL): SQL {
  const words = sql.join(
    missingWords.map((word) => sql`${word}::text`),
    sql`, `,
  );
  const tidy = sql`nullif(btrim(regexp_replace(${text}, ${blank}, ' ', 'g')), '')`;
  return sql`(select v from (select ${tidy} as v) tidied where v not in (${words}))`;
}

/** The same for a stored JSON value: numbers and texts have one, booleans, arrays and objects do not. */
export function jsonValue(json: SQL): SQL {
  return sql`case jsonb_typeof(${json}) when 'string' then ${textValue(sql`(${json} #>> '{}')`)} when 'number' then ${json} #>> '{}' end`;
}

/** The value of a lead's own variable; `l` is the leads table. */
export function leadValue(name: LeadName): SQL {
  if (name !== "full_name") return textValue(sql.raw(`l.${name}`));
  return sql`nullif(concat_ws(' ', ${textValue(sql.raw("l.first_name"))}, ${textValue(sql.raw("l.last_name"))}), '')`;
}
