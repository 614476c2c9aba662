import { classifyPosition } from "@longhand/template";
import { withArticle } from "../nlu/noun-phrase.ts";

const fields: Readonly<Record<string, string>> = {
  finance: "finance",
  people: "people",
  marketing: "marketing",
  sales: "sales",
  customer: "customer",
  data: "data",
  product: "product",
  security: "security",
  engineering: "engineering",
  legal: "legal",
  operations: "operations",
};
const own: readonly (readonly [RegExp, string])[] = [
  [/\b(?:co-?founder|founder)\b/i, "founder"],
  [/\bowner\b/i, "owner"],
  [/\b(?:pastor|vicar|minister|priest)\b/i, "church leader"],
  [/\b(?:principal|head ?teacher)\b/i, "school leader"],
  [/\bpractice manager\b/i, "practice manager"],
  [/\b(?:office manager)\b/i, "office manager"],
  [/\bgeneral manager\b/i, "general manager"],
  [/\b(?:ceo|chief executive|managing director|president)\b/i, "company leader"],
];

/** What a job title makes of its holder, with article: "a finance lead", "an owner". Undefined for titles that say nothing. */
export function positionClass(position: string): string | undefined {
  const named = own.find(([pattern]) => pattern.test(position))?.[1];
  if (named !== undefined) return withArticle(named);
  const { function: does, seniority } = classifyPosition(position);
  const field = does === null ? undefined : fields[does];
  if (field === undefined) return undefined;
  const leads = seniority !== null && /executive|director|vice|manager|owner/.test(seniority);
  return leads ? withArticle(`${field} lead`) : seniority === null ? undefined : `part of a ${field} team`;
}
