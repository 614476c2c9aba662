import { renderEmail, type Catalogue, type RenderedEmail, type Sender } from "@longhand/template";
import { variableLabel } from "../../lib/plain-template.ts";
import { leadName, toTemplateLead } from "../../lib/template-lead.ts";
import type { Lead } from "../../lib/wire.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { RenderedText } from "./rendered-text.tsx";

/** What one lead lacks for a rendered email, in a few words; undefined when nothing. */
export function gapOf(rendered: RenderedEmail): string | undefined {
  const gone = [...rendered.missing, ...rendered.unknown];
  return gone.length === 0 ? undefined : `No ${gone.map(variableLabel).join(", ")}`;
}

interface Props {
  readonly draft: { readonly subject: string; readonly body: string };
  readonly lead: Lead;
  readonly sender: Sender;
  readonly catalogue: Catalogue;
}

/** The email as one lead will read it. */
export function LeadPreview({ draft, lead, sender, catalogue }: Props) {
  if (draft.body.trim() === "") return <p className="text-chat text-muted">There is no draft to fill in yet.</p>;
  const rendered = renderEmail(draft, toTemplateLead(lead), sender, { catalogue });
  const gap = gapOf(rendered);
  return (
    <article aria-label={`Preview for ${leadName(lead)}`} className="rounded-dialog border border-hairline bg-surface">
      <p className="border-b border-hairline px-5 py-3 font-medium">
        <RenderedText rendered={rendered.subject} />
      </p>
      <div className="px-5 py-4 text-draft whitespace-pre-wrap">
        <RenderedText rendered={rendered.body} />
      </div>
      {gap !== undefined && (
        <p className="border-t border-hairline px-5 py-2.5 text-table">
          <StatusMark status="error" word={`${gap}: this lead cannot get the email as it stands.`} wraps />
        </p>
      )}
    </article>
  );
}
