import type { Block } from "@longhand/template";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";

interface Props {
  readonly block: Block;
  readonly saving: boolean;
  readonly onSave: (block: Block) => Promise<void>;
  readonly onCancel: () => void;
}

export function BlockForm({ block, saving, onSave, onCancel }: Props) {
  const [name, setName] = useState(block.name);
  const [strategy, setStrategy] = useState(block.strategy);
  const [approach, setApproach] = useState(block.personalization.approach);
  const [fallback, setFallback] = useState(block.personalization.fallback);
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({
          ...block,
          name: name.trim(),
          strategy: strategy.trim(),
          personalization: { ...block.personalization, approach, fallback },
        });
      }}
    >
      <TextField label="Name" required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      <TextArea
        label="What this block must do"
        required
        rows={3}
        maxLength={600}
        value={strategy}
        onChange={(event) => setStrategy(event.target.value)}
      />
      <TextArea
        label="How to use what is known of a lead"
        rows={2}
        maxLength={400}
        value={approach}
        onChange={(event) => setApproach(event.target.value)}
      />
      <TextField
        label="The sentence for leads without it"
        maxLength={300}
        value={fallback}
        onChange={(event) => setFallback(event.target.value)}
      />
      <div className="flex gap-2">
        <Button look="primary" type="submit" disabled={saving || name.trim() === "" || strategy.trim() === ""}>
          {saving ? "Saving…" : "Save as a new version"}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
