import { customKey } from "./names.ts";
import { parse } from "./parse.ts";

/** Ways in which other sending tools write `%first_name|there%`. */
export const exportSyntaxes = {
  /** `{{first_name|there}}` */
  pipe: (name: string, fallback: string | null) => `{{${name}${fallback === null ? "" : `|${fallback}`}}}`,
  /** `{{firstName|there}}` */
  camel_pipe: (name: string, fallback: string | null) => `{{${camel(name)}${fallback === null ? "" : `|${fallback}`}}}`,
  /** `{{FIRST_NAME | "there"}}` */
  upper_quoted: (name: string, fallback: string | null) =>
    `{{${name.toUpperCase()}${fallback === null ? "" : ` | "${fallback}"`}}}`,
  /** `{{ first_name | default: "there" }}` */
  liquid: (name: string, fallback: string | null) =>
    `{{ ${name}${fallback === null ? "" : ` | default: "${fallback}"`} }}`,
  /** `{{first_name}}`; the fallback is lost */
  handlebars: (name: string) => `{{${name}}}`,
  /** `*|FIRST_NAME|*`; the fallback is lost */
  merge_tag: (name: string) => `*|${name.toUpperCase()}|*`,
} as const;

export type ExportSyntax = keyof typeof exportSyntaxes;

/** A template in another tool's words, and the names whose fallback that tool cannot hold. */
export interface ExportedTemplate {
  readonly text: string;
  readonly lost_fallbacks: readonly string[];
}

/**
 * Write a template in another tool's syntax. `%%` becomes `%`; a custom variable keeps its bare key. Quotes and braces
 * of a fallback, which would end the tag, become single quotes and parentheses.
 */
export function exportTemplate(source: string, syntax: ExportSyntax): ExportedTemplate {
  const write = exportSyntaxes[syntax];
  const lost = new Set<string>();
  let text = "";
  for (const token of parse(source).tokens) {
    if (token.kind === "percent") text += "%";
    else if (token.kind !== "variable") text += source.slice(token.from, token.to);
    else {
      if (token.fallback !== null && (syntax === "handlebars" || syntax === "merge_tag")) lost.add(token.name);
      text += write(customKey(token.name) ?? token.name, token.fallback === null ? null : harmless(token.fallback));
    }
  }
  return { text, lost_fallbacks: [...lost] };
}

function harmless(fallback: string): string {
  return fallback.replaceAll('"', "'").replaceAll("{", "(").replaceAll("}", ")");
}

function camel(name: string): string {
  return name.replaceAll(/[_-]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
