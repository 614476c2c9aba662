import Markdown from "markdown-to-jsx/react";
import { memo, type ComponentProps } from "react";

const safe = /^(https?:|mailto:)/i;

function SafeLink({ href, children }: ComponentProps<"a">) {
  if (href === undefined || !safe.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

const options = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: { a: SafeLink, img: { component: () => null } },
} as const;

/** An answer: bold, lists, links and code. Markup in the text is shown, never run; pictures are not loaded. */
export const AnswerText = memo(function AnswerText({ text }: { readonly text: string }) {
  return (
    <div className="prose text-chat break-words" dir="auto">
      <Markdown options={options}>{readable(text)}</Markdown>
    </div>
  );
});

/** Template signs in answers are shown as people read them. */
function readable(text: string): string {
  return text.replaceAll(/%([A-Za-z_][\w.-]*)(?:\|([^%\n]*))?%/g, (_, name: string, fallback: string | undefined) => {
    const label = name.replace("custom_fields.", "");
    return fallback === undefined || fallback === "" ? `[${label}]` : `[${label} or ${fallback}]`;
  });
}
