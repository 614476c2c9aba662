import { ArrowUp, Square, X } from "lucide-react";
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type RefObject } from "react";
import { z } from "zod";
import { hasMod } from "../../lib/keys.ts";
import { readStored, removeStored, writeStored } from "../../lib/storage.ts";
import { useMedia } from "../../lib/use-media.ts";
import { cx } from "../../ui/cx.ts";
import { enterMeaning } from "./enter-policy.ts";

/** Puts text or the caret into the composer from elsewhere on the page. */
export interface ComposerHandle {
  focus(): void;
  fill(text: string): void;
}

interface Props {
  readonly ref: RefObject<ComposerHandle | null>;
  /** Where unsent words are kept in the browser. */
  readonly copyKey: string;
  readonly working: boolean;
  readonly stopping: boolean;
  /** Words of the draft the message is about. */
  readonly quote: string | null;
  readonly chips: ReactNode;
  readonly onDropQuote: () => void;
  readonly onSend: (text: string) => void;
  readonly onStop: () => void;
}

const longest = 8_000;
const copyMs = 150;

/** Where messages are written. What is typed survives a reload; Enter sends except while a word is composed. */
export function Composer({ ref, copyKey, working, stopping, quote, chips, onDropQuote, onSend, onStop }: Props) {
  const [text, setText] = useState(() => readStored(copyKey, z.string()) ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const justComposed = useRef(false);
  const coarse = useMedia("(pointer: coarse)");
  useEffect(() => {
    const write = () => (text === "" ? removeStored(copyKey) : writeStored(copyKey, text));
    const timer = setTimeout(write, copyMs);
    addEventListener("pagehide", write);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", write);
    };
  }, [text, copyKey]);
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    fill(words) {
      setText((now) => (now.trim() === "" ? words : `${now.trimEnd()}\n${words}`));
      field.current?.focus();
    },
  }));
  const ready = text.trim() !== "" && text.trim().length <= longest;
  function send(): void {
    if (!ready) return;
    onSend(text.trim());
    setText("");
    removeStored(copyKey);
    field.current?.focus();
  }
  return (
    <div className="shrink-0 border-t border-hairline px-4 pt-2 pb-3 sm:px-6">
      <div className="-mx-1 flex gap-1.5 relative overflow-x-auto px-1 pb-2 empty:hidden">{chips}</div>
      <div
        className={cx(
          "rounded-dialog border border-edge/70 bg-surface transition-colors focus-within:border-accent focus-within:outline-1 focus-within:outline-accent",
        )}
      >
        {quote !== null && (
          <div className="mx-2 mt-2 flex items-start gap-2 rounded-chip bg-variable-fill px-2 py-1 text-table">
            <span className="line-clamp-2 min-w-0 flex-1">“{quote}”</span>
            <button
              type="button"
              aria-label="Ask about the whole draft instead"
              onClick={onDropQuote}
              className="mt-0.5 shrink-0 rounded-chip text-muted hover:text-ink"
            >
              <X size={14} aria-hidden />
            </button>
          </div>
        )}
        <div className="flex items-end gap-2 p-2">
          <textarea
            ref={field}
            aria-label="Message Longhand"
            placeholder={quote === null ? "Message Longhand…" : "What should change in it?"}
            rows={1}
            dir="auto"
            enterKeyHint={coarse ? "enter" : "send"}
            className="field-sizing-content max-h-48 min-h-8 w-full resize-none bg-transparent px-1.5 py-1 text-chat outline-none pointer-coarse:min-h-11 pointer-coarse:py-2.5 pointer-coarse:text-draft"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onCompositionEnd={() => {
              justComposed.current = true;
              setTimeout(() => (justComposed.current = false));
            }}
            onKeyDown={(event) => {
              const { isComposing, keyCode } = event.nativeEvent;
              if (event.key === "Escape" && working && !isComposing) return onStop();
              const meaning = enterMeaning({
                key: event.key,
                shiftKey: event.shiftKey,
                mod: hasMod(event),
                isComposing,
                keyCode,
                justComposed: justComposed.current,
                coarse,
              });
              if (meaning !== "send") return;
              event.preventDefault();
              send();
            }}
          />
          {working && text.trim() === "" ? (
            <button
              type="button"
              aria-label="Stop"
              disabled={stopping}
              onClick={onStop}
              className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-control bg-ink px-3 text-ui font-medium text-bg disabled:opacity-50 pointer-coarse:h-11"
            >
              <Square size={12} fill="currentColor" aria-hidden />
              {stopping ? "Stopping…" : "Stop"}
            </button>
          ) : (
            <button
              type="button"
              aria-label={working ? "Send when the answer is there" : "Send"}
              disabled={!ready}
              onClick={send}
              className="inline-flex size-8 shrink-0 items-center justify-center rounded-control bg-accent text-on-accent disabled:opacity-40 pointer-coarse:size-11"
            >
              <ArrowUp size={16} strokeWidth={2.25} aria-hidden />
            </button>
          )}
        </div>
      </div>
      {text.trim().length > longest && (
        <p role="alert" className="pt-1.5 text-meta text-danger">
          {text.trim().length - longest} characters too many. A message may have {longest}.
        </p>
      )}
    </div>
  );
}
