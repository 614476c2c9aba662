/** The name, set as text with the stroke that gives it its name; on small screens the stroke alone where room is short. */
export function Wordmark({ compact = false }: { readonly compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 text-ui font-semibold tracking-[-0.01em] text-ink">
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden className="shrink-0 text-accent">
        <path
          d="M6 3v12.5h9"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.25"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path d="M10 11.5 14.5 7" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      </svg>
      <span className={compact ? "max-sm:sr-only" : ""}>Longhand</span>
    </span>
  );
}
