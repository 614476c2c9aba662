import Markdown from "markdown-to-jsx/react";
import type { ComponentProps } from "react";

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

/** Bold, lists, links and code. Markup in the text is shown, never run; pictures are not loaded. */
export default function AnswerMarkdown({ text }: { readonly text: string }) {
  return <Markdown options={options}>{text}</Markdown>;
}
