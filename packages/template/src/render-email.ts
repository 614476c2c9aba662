import type { Lead, Sender } from "./lead.ts";
import { parse } from "./parse.ts";
import { render, type Rendered } from "./render.ts";
import type { EmailText } from "./span.ts";
import { leadValues, type ValueOptions } from "./values.ts";

/** Subject and body rendered for one lead. Store or send the texts only when `ok`. */
export interface RenderedEmail {
  readonly ok: boolean;
  readonly subject: Rendered;
  readonly body: Rendered;
  /** Names without value and fallback in either part, each once. */
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly used_fallback: readonly string[];
}

/** Render an email for one lead. A line break that a value or fallback might bring into the subject is not possible: values have none. */
export function renderEmail(
  email: EmailText,
  lead: Lead,
  sender: Sender | null | undefined,
  options: ValueOptions = {},
): RenderedEmail {
  const values = leadValues(lead, sender, options);
  const subject = render(parse(email.subject), values);
  const body = render(parse(email.body), values);
  return {
    ok: subject.ok && body.ok,
    subject,
    body,
    missing: union(subject.missing, body.missing),
    unknown: union(subject.unknown, body.unknown),
    used_fallback: union(subject.used_fallback, body.used_fallback),
  };
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}
