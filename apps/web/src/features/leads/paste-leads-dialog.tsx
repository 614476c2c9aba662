import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { count } from "../../lib/format.ts";
import { client } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toaster.tsx";
import { MappingPanel } from "./mapping-panel.tsx";
import { guessTargets, readTable, toLeads, type Target } from "./mapping.ts";

/** As many leads as the server takes at once. */
const batchSize = 1_000;

/** Rows from a spreadsheet: paste, say what each column is, look at what will happen, add. */
export function PasteLeadsDialog({
  campaignId,
  onClose,
  onAdded,
}: {
  readonly campaignId: string;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<readonly Target[]>();
  const table = useMemo(() => readTable(text), [text]);
  const targets = chosen ?? guessTargets(table.columns);
  const { leads, bad } = useMemo(() => toLeads(table, targets), [table, targets]);
  const add = useMutation({
    async mutationFn() {
      let imported = 0;
      let duplicates = 0;
      for (let from = 0; from < leads.length; from += batchSize) {
        const answer = await client.leads.import.mutate({ campaignId, leads: leads.slice(from, from + batchSize) });
        imported += answer.imported;
        duplicates += answer.duplicates;
      }
      return { imported, duplicates };
    },
    onSuccess({ imported, duplicates }) {
      onAdded();
      onClose();
      const left = [
        duplicates > 0 ? `${count(duplicates, "lead")} were already here.` : "",
        bad.length > 0 ? `${count(bad.length, "row")} left out.` : "",
      ]
        .filter((part) => part !== "")
        .join(" ");
      toast(`Added ${count(imported, "lead")}`, left === "" ? {} : { description: left });
    },
    onError: onAdded,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title="Paste rows"
      description="Copy rows from a spreadsheet, with their heading line."
    >
      <TextArea
        className="mt-4"
        label="Rows"
        hideLabel
        rows={table.rows.length > 0 ? 4 : 9}
        spellCheck={false}
        autoFocus
        placeholder={"First name\tLast name\tEmail\tCompany\tPosition\nAna\tRuiz\tana@nordwind.example\tNordwind\tCFO"}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(undefined);
        }}
      />
      {table.columns.length > 0 && table.rows.length === 0 && (
        <p className="mt-2 text-table text-muted">
          That is one line only. The first line names the columns; leads follow below it.
        </p>
      )}
      {table.rows.length > 0 && <MappingPanel table={table} targets={targets} onChange={setChosen} />}
      {bad.length > 0 && (
        <div className="mt-3 text-table">
          <p className="text-warning">{count(bad.length, "row")} cannot be added:</p>
          <ul className="mt-1 max-h-24 overflow-y-auto text-muted">
            {bad.slice(0, 50).map((row) => (
              <li key={row.row}>
                Row {row.row}: {row.reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      {add.isError && (
        <p role="alert" className="mt-3 text-table text-danger">
          {errorText(add.error)} Your rows are still here; leads already added are not added twice.
        </p>
      )}
      <div className="mt-6 flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={leads.length === 0 || add.isPending} onClick={() => add.mutate()}>
          {add.isPending ? "Adding…" : leads.length === 0 ? "Add leads" : `Add ${count(leads.length, "lead")}`}
        </Button>
      </div>
    </Dialog>
  );
}
