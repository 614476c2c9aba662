import { TemplateText } from "../../ui/template-text.tsx";

/** A draft as it is being written, beside the text that stands. It becomes a version only when it is whole and checked. */
export function PreviewCard({ subject, body }: { readonly subject: string | null; readonly body: string }) {
  return (
    <section aria-label="Being written" className="mb-6 rounded-control border border-dashed border-edge/70 px-4 py-3">
      <p className="text-meta text-muted">Being written</p>
      {subject !== null && subject !== "" && (
        <p className="mt-1 font-medium">
          <TemplateText source={subject} />
        </p>
      )}
      <div className="mt-1 max-h-72 overflow-hidden text-draft whitespace-pre-wrap text-muted">
        <TemplateText source={body} />
      </div>
    </section>
  );
}
