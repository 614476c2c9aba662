import type { Lead } from "../lead.ts";
import { isSenderName } from "../names.ts";
import { render, type Rendered } from "../render.ts";
import { leadValues, type Values } from "../values.ts";
import { variables } from "../variables.ts";
import type { CheckContext } from "./check-context.ts";

/** One lead with the email as it would arrive. */
export interface LeadView {
  readonly lead: Lead;
  readonly values: Values;
  readonly subject: Rendered;
  readonly body: Rendered;
}

/** Render the email of a context for one lead. */
export function viewOf(ctx: CheckContext, lead: Lead): LeadView {
  const values = leadValues(lead, ctx.input.sender, { catalogue: ctx.catalogue, missing: ctx.settings.missing_words });
  return { lead, values, subject: render(ctx.subject.template, values), body: render(ctx.body.template, values) };
}

/** The distinct lead variables an email uses, sender variables left out. */
export function leadNamesUsed(ctx: CheckContext): string[] {
  const names = ctx.texts.flatMap(({ template }) => variables(template).map(({ name }) => name));
  return [...new Set(names)].filter((name) => !isSenderName(name) && ctx.catalogue.known.has(name));
}
