import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { toast } from "../../ui/toaster.tsx";
import { builtInColumns } from "./lead-columns.ts";

export function AddLeadDialog({
  campaignId,
  onClose,
  onAdded,
}: {
  readonly campaignId: string;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}) {
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [known, setKnown] = useState(false);
  const add = useMutation(
    trpc.leads.import.mutationOptions({
      onSuccess({ imported }) {
        setKnown(imported === 0);
        if (imported === 0) return;
        onAdded();
        onClose();
        toast("Lead added");
      },
    }),
  );
  const empty = Object.values(fields).every((text) => text.trim() === "");
  return (
    <Dialog open onClose={onClose} title="Add a lead">
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({
            campaignId,
            leads: [Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ""))],
          });
        }}
      >
        <div className="grid grid-cols-2 gap-3">
          {builtInColumns.map((column) => (
            <TextField
              key={column.id}
              label={column.label}
              type={column.id === "email" ? "email" : "text"}
              className={
                column.id === "headline" || column.id === "linkedinUrl" || column.id === "email" ? "col-span-2" : ""
              }
              value={fields[column.id] ?? ""}
              onChange={(event) => setFields({ ...fields, [column.id]: event.target.value })}
              autoComplete="off"
            />
          ))}
        </div>
        {(add.isError || known) && (
          <p role="alert" className="text-table text-danger">
            {add.isError ? errorText(add.error) : "A lead with this email or profile is already in the campaign."}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={empty || add.isPending}>
            {add.isPending ? "Adding…" : "Add lead"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
