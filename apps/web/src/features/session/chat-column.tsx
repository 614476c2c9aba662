import { useImperativeHandle, useMemo, useRef, useState, type RefObject } from "react";
import { errorText } from "../../lib/error-text.ts";
import { count } from "../../lib/format.ts";
import { readableTemplate } from "../../lib/plain-template.ts";
import { useStore } from "../../lib/store.ts";
import type { Run } from "../../lib/wire.ts";
import { toast } from "../../ui/toaster.tsx";
import { ChipButton } from "../chat/chip-button.tsx";
import { Composer, type ComposerHandle } from "../chat/composer.tsx";
import { QueueList } from "../chat/queue-list.tsx";
import { StarterList } from "../chat/starter-list.tsx";
import { Transcript, type TranscriptHandle } from "../chat/transcript.tsx";
import { UserMessage } from "../chat/user-message.tsx";
import { WorkingAnswer } from "../chat/working-answer.tsx";
import type { EditorWorld } from "./editor-world.ts";
import { FixChips } from "./fix-chips.tsx";
import type { Selection } from "./session-door.ts";
import { starters } from "./starters.ts";

/** Sends from elsewhere on the page, or prepares a message about selected words. */
export interface ChatHandle {
  /** With text: send it. Without: attach the quote and let the person write. */
  ask(text: string | null, selection: Selection | null, quote: string | null): void;
}

interface Props extends EditorWorld {
  readonly ref: RefObject<ChatHandle | null>;
}

interface Quote {
  readonly selection: Selection;
  readonly text: string;
}

/** The conversation, what waits, and the composer. */
export function ChatColumn({ ref, ...world }: Props) {
  const { stores, campaign, nodes, node, leads, leadTotal, userId, onPlace } = world;
  const live = useStore(stores.session, (state) => state.live);
  const stopping = useStore(stores.session, (state) => state.stopping);
  const { sending, queue } = useStore(stores.sends, (state) => state);
  const transcript = useRef<TranscriptHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const [quote, setQuote] = useState<Quote | null>(null);
  const run = live?.run ?? null;
  const working = run !== null;
  const isSending = sending.some((item) => item.failed === null);
  const messages = live?.session.messages ?? [];
  const isEmpty = messages.length === 0 && sending.length === 0;
  const suggestions = useMemo(() => starters({ campaign, nodes, node, leads }), [campaign, nodes, node, leads]);
  const lastRun = live?.session.lastRun ?? null;
  function send(text: string, selection: Selection | null = quote?.selection ?? null): void {
    stores.sends.send(text, selection);
    setQuote(null);
    transcript.current?.attach();
    onPlace({ pane: "chat" });
  }
  function stop(): void {
    stores.session
      .stop()
      .catch((error: unknown) => toast("It could not be stopped", { description: errorText(error), problem: true }));
    composer.current?.focus();
  }
  useImperativeHandle(ref, () => ({
    ask(text, selection, words) {
      if (text !== null) return send(text, selection);
      setQuote(selection === null || words === null ? null : { selection, text: readableTemplate(words) });
      onPlace({ pane: "chat" });
      composer.current?.focus();
    },
  }));
  return (
    <>
      <Transcript
        ref={transcript}
        messages={messages}
        busy={working || isSending}
        lastError={failureOf(lastRun)}
        proposalId={live?.session.proposal?.id ?? null}
        onAnswer={(text) => send(text, null)}
        onRetry={(runId) => {
          transcript.current?.attach();
          stores.draft
            .flush()
            .then(() => stores.session.retry(runId))
            .catch((error: unknown) =>
              toast("It could not be tried again", { description: errorText(error), problem: true }),
            );
        }}
        onEdit={(text) => composer.current?.fill(text)}
        onOpenVersion={(target, version) =>
          onPlace({
            pane: "email",
            tab: target === "draft" ? undefined : "skeleton",
            v:
              version === (target === "draft" ? live?.session.draftVersion : live?.session.frameworkVersion)
                ? undefined
                : version,
          })
        }
        onReview={() => onPlace({ pane: "email", tab: undefined, v: undefined })}
        empty={
          isEmpty && (
            <StarterList
              title="What should this email do?"
              hint={`Say it in your own words, or start from one of these. Longhand reads your ${leadTotal > 0 ? count(leadTotal, "lead") : "campaign"} and the other emails of the sequence.`}
              starters={suggestions}
              onStart={(text) => send(text, null)}
            />
          )
        }
      >
        {sending.map((item) => (
          <UserMessage
            key={item.id}
            text={item.text}
            note={item.failed === null ? "Sending…" : "Not sent"}
            failed={item.failed ?? undefined}
            actions={[
              { label: "Try again", run: () => stores.sends.sendAgain(item.id) },
              {
                label: "Edit",
                run: () => {
                  composer.current?.fill(item.text);
                  stores.sends.discard(item.id);
                },
              },
            ]}
          />
        ))}
        {live !== null && run !== null && run.kind === "chat" && (
          <WorkingAnswer steps={live.steps} queued={run.status === "queued"} stopping={stopping} />
        )}
      </Transcript>
      <QueueList
        queue={queue}
        working={working}
        onSendNow={(id) => {
          stores.sends.sendAgain(id);
          if (working) stop();
        }}
        onEdit={(id, text) => {
          composer.current?.fill(text);
          stores.sends.discard(id);
        }}
        onDiscard={(id) => stores.sends.discard(id)}
      />
      <Composer
        ref={composer}
        copyKey={`own.${userId}.${node.id}.composer`}
        working={working}
        stopping={stopping}
        quote={quote?.text ?? null}
        onDropQuote={() => setQuote(null)}
        onSend={(text) => send(text)}
        onStop={stop}
        chips={
          working || isEmpty ? null : (
            <FixChips
              world={world}
              onAsk={(text) => send(text, null)}
              render={(chip) => (
                <ChipButton key={chip.key} title={chip.title} onClick={chip.run}>
                  {chip.label}
                </ChipButton>
              )}
            />
          )
        }
      />
    </>
  );
}

function failureOf(run: Run | null) {
  if (run === null || run.error === null) return null;
  return { runId: run.id, message: run.error.message, retryable: run.error.retryable };
}
