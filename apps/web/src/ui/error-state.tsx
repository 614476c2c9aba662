import type { ReactNode } from "react";
import { errorText, requestIdOf } from "../lib/error-text.ts";
import { Button } from "./button.tsx";

interface Props {
  /** What failed, as a sentence's beginning: "The campaigns could not be read." */
  readonly title: string;
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** Whether anything was lost. */
  readonly kept?: ReactNode;
}

/** What failed, whether anything was lost, a way on, and the id to quote. */
export function ErrorState({ title, error, onRetry, kept }: Props) {
  const requestId = requestIdOf(error);
  return (
    <div role="alert" className="grid max-w-[34rem] justify-items-start gap-3 py-8">
      <h2 className="text-title font-semibold">{title}</h2>
      <p className="text-chat text-muted">
        {errorText(error)} {kept}
      </p>
      {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
      {requestId !== undefined && <p className="font-mono text-meta text-muted">Request {requestId}</p>}
    </div>
  );
}
