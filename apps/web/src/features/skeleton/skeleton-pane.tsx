import type { Skeleton } from "@longhand/template";
import { useState } from "react";
import type { Session, SkeletonVersion } from "../../lib/wire.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TemplateText } from "../../ui/template-text.tsx";
import { BlockCard } from "./block-card.tsx";
import { BlockForm } from "./block-form.tsx";

interface Props {
  readonly session: Session | null;
  /** An earlier version to show instead of the current one. */
  readonly viewed: SkeletonVersion | undefined;
  readonly saving: boolean;
  readonly onSave: (skeleton: Skeleton) => Promise<void>;
}

/** The plan of the email: its blocks, what each must do, and what it may rest on. Edits are versions too. */
export function SkeletonPane({ session, viewed, saving, onSave }: Props) {
  const [editing, setEditing] = useState<string>();
  const skeleton: Skeleton | null = viewed?.skeleton ?? session?.skeleton ?? null;
  if (skeleton === null) {
    return (
      <div className="px-4 sm:px-8">
        <EmptyState title="No skeleton yet">
          It appears with the first plan Longhand makes in the chat: what each part of the email must do, and which
          facts it may use.
        </EmptyState>
      </div>
    );
  }
  const readOnly = viewed !== undefined;
  async function save(blocks: Skeleton["blocks"]): Promise<void> {
    if (skeleton === null) return;
    await onSave({ ...skeleton, blocks });
    setEditing(undefined);
  }
  return (
    <div className="mx-auto w-full max-w-[40rem] px-4 py-6 sm:px-8">
      <section aria-label="Skeleton text" className="border-b border-hairline pb-6">
        <p className="font-medium">
          <TemplateText source={skeleton.subject} mode="skeleton" />
        </p>
        <div className="mt-3 text-chat leading-[1.7] whitespace-pre-wrap">
          <TemplateText source={skeleton.body} mode="skeleton" />
        </div>
      </section>
      <ol aria-label="Blocks" className="divide-y divide-hairline">
        {skeleton.blocks.map((block, index) => (
          <li key={block.id} className="py-5">
            {editing === block.id ? (
              <BlockForm
                block={block}
                saving={saving}
                onCancel={() => setEditing(undefined)}
                onSave={(next) => save(skeleton.blocks.map((other) => (other.id === block.id ? next : other)))}
              />
            ) : (
              <BlockCard
                block={block}
                number={index + 1}
                action={
                  readOnly ? null : (
                    <Button
                      size="small"
                      look="quiet"
                      onClick={() => setEditing(block.id)}
                      aria-label={`Edit block ${block.name}`}
                    >
                      Edit
                    </Button>
                  )
                }
              />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
