import { lazy, memo, Suspense } from "react";
import { variableLabel } from "../../lib/plain-template.ts";

// Asked for as soon as the chat is, so that it is there before the first answer; until then the words stand plain.
const markdown = import("./answer-markdown.tsx");
const AnswerMarkdown = lazy(() => markdown);

/** An answer as people read it. */
export const AnswerText = memo(function AnswerText({ text }: { readonly text: string }) {
  const words = readable(text);
  return (
    <div className="prose text-chat break-words" dir="auto">
      <Suspense fallback={<p className="whitespace-pre-wrap">{words}</p>}>
        <AnswerMarkdown text={words} />
      </Suspense>
    </div>
  );
});

/** Template signs in answers are shown as the names they stand for. */
function readable(text: string): string {
  return text.replaceAll(/%([A-Za-z_][\w.-]*)(?:\|([^%\n]*))?%/g, (_, name: string, fallback: string | undefined) => {
    const label = variableLabel(name);
    return fallback === undefined || fallback === "" ? `[${label}]` : `[${label} or ${fallback}]`;
  });
}
