import { diff } from "@longhand/template";
import { Fragment } from "react";
import { TemplateText } from "./template-text.tsx";

/** Word by word what changed between two texts; a variable with its fallback changes as a whole. */
export function DiffText({ before, after }: { readonly before: string; readonly after: string }) {
  const hunks = diff(before, after);
  let at = 0;
  const parts = hunks.map((hunk) => {
    const same = after.slice(at, hunk.after_from);
    at = hunk.after_to;
    return (
      <Fragment key={hunk.index}>
        <TemplateText source={same} />
        {hunk.before !== "" && (
          <del>
            <TemplateText source={hunk.before} />
          </del>
        )}
        {hunk.after !== "" && (
          <ins>
            <TemplateText source={hunk.after} />
          </ins>
        )}
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      <TemplateText source={after.slice(at)} />
    </>
  );
}
