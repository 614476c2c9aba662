import { parse } from "@longhand/template";

/** How a variable is called in front of people: without its prefix. */
export function variableLabel(name: string): string {
  return name.replace("custom_fields.", "");
}

/** A template as people read it: variables as [name], percent signs as themselves, line breaks kept. */
export function readableTemplate(source: string): string {
  return parse(source)
    .tokens.map((token) =>
      token.kind === "variable"
        ? `[${variableLabel(token.name)}]`
        : token.kind === "percent"
          ? "%"
          : source.slice(token.from, token.to),
    )
    .join("");
}

/** The same in one line, for lists. */
export function plainTemplate(source: string): string {
  return readableTemplate(source).replaceAll(/\s+/g, " ").trim();
}
