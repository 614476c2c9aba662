import { parse } from "@longhand/template";
import { Fragment } from "react";
import { variableLabel } from "../lib/plain-template.ts";

/** A template to read: variables as chips, percent signs as themselves, slots as notes. */
export function TemplateText({
  source,
  mode = "template",
}: {
  readonly source: string;
  readonly mode?: "template" | "skeleton";
}) {
  return parse(source, mode).tokens.map((token) => {
    const key = token.from;
    if (token.kind === "variable")
      return (
        <span key={key} data-chip className="rounded-chip bg-variable-fill px-1 text-variable">
          {variableLabel(token.name)}
          {token.fallback !== null && (
            <span className="text-muted"> or {token.fallback === "" ? "nothing" : token.fallback}</span>
          )}
        </span>
      );
    if (token.kind === "percent") return <Fragment key={key}>%</Fragment>;
    if (token.kind === "slot")
      return (
        <span key={key} data-chip className="rounded-chip border border-dashed border-edge px-1 text-muted">
          {token.text.replaceAll(/%([\w.-]+)(?:\|[^%]*)?%/g, (_, name: string) => variableLabel(name))}
        </span>
      );
    return <Fragment key={key}>{source.slice(token.from, token.to)}</Fragment>;
  });
}
