import { diff } from "@longhand/template";
import type { ReactNode } from "react";
import { TemplateText } from "./template-text.tsx";

/** Word by word what changed between two texts; a variable with its fallback changes as a whole. */
export function DiffText({ before, after }: { readonly before: string; readonly after: string }) {
  return <>{diffParts(before, after)}</>;
}

function diffParts(before: string, after: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const hunk of diff(before, after)) {
    parts.push(<TemplateText key={`same.${at}`} source={after.slice(at, hunk.after_from)} />);
    if (hunk.before !== "")
      parts.push(
        <del key={`gone.${hunk.index}`}>
          <TemplateText source={hunk.before} />
        </del>,
      );
    if (hunk.after !== "")
      parts.push(
        <ins key={`new.${hunk.index}`}>
          <TemplateText source={hunk.after} />
        </ins>,
      );
    at = hunk.after_to;
  }
  return [...parts, <TemplateText key={`same.${at}`} source={after.slice(at)} />];
}
