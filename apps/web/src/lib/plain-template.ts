import { parse } from "@longhand/template";

/** A template in one line for lists: variables as [name], percent signs as themselves. */
export function plainTemplate(source: string): string {
  return parse(source)
    .tokens.map((token) => (token.kind === "variable" ? `[${token.name.replace("custom_fields.", "")}]` : token.kind === "percent" ? "%" : source.slice(token.from, token.to)))
    .join("")
    .replaceAll(/\s+/g, " ")
    .trim();
}
