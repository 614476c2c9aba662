interface Props {
  readonly title: string;
  readonly hint: string;
  readonly starters: readonly string[];
  readonly onStart: (text: string) => void;
}

/** An empty chat: what to say, and first requests to start from. */
export function StarterList({ title, hint, starters, onStart }: Props) {
  return (
    <div className="grid max-w-[30rem] gap-3 pt-4">
      <h2 className="text-title font-semibold">{title}</h2>
      <p className="text-chat text-muted">{hint}</p>
      <div className="mt-1 grid justify-items-start gap-2">
        {starters.map((text) => (
          <button
            key={text}
            type="button"
            onClick={() => onStart(text)}
            className="w-full rounded-control border border-hairline bg-surface px-3 py-2 text-left text-chat transition-colors hover:border-edge pointer-coarse:min-h-11"
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}
