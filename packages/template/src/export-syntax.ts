/** Variable syntaxes of other sending tools. */
export type ExportSyntax = "liquid" | "liquid_default" | "upper_default" | "handlebars" | "single_brace" | "percent";

/** Write a template in another tool's syntax. */
export function exportTemplate(source: string, syntax: ExportSyntax): string {
  throw new Error(source + syntax);
}
