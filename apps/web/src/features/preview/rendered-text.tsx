import type { Rendered } from "@longhand/template";
import { variableLabel } from "../../lib/plain-template.ts";

/** A rendered text with its values, fallbacks and gaps marked apart. */
export function RenderedText({ rendered }: { readonly rendered: Rendered }) {
  return rendered.segments.map((segment) => {
    const key = segment.source.from;
    const text = rendered.text.slice(segment.output.from, segment.output.to);
    if (segment.kind === "text" || segment.kind === "percent") return <span key={key}>{text}</span>;
    const name = variableLabel(segment.name ?? "");
    if (segment.kind === "value")
      return (
        <span key={key} title={`From the lead: ${name}`} className="rounded-chip bg-variable-fill text-variable">
          {text}
        </span>
      );
    if (segment.kind === "fallback")
      return (
        <span
          key={key}
          title={`Fallback: this lead has no ${name}`}
          className="rounded-chip bg-warning-fill underline decoration-warning decoration-dotted underline-offset-3"
        >
          {text}
        </span>
      );
    return (
      <span key={key} className="rounded-chip bg-danger-fill px-1 text-danger">
        no {name}
      </span>
    );
  });
}
