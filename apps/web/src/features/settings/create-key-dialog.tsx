import type { Scope } from "@longhand/api/contract";
import { useMutation } from "@tanstack/react-query";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField, inputClass } from "../../ui/field.tsx";

const scopes: readonly { readonly scope: Scope; readonly means: string }[] = [
  { scope: "read", means: "Read everything of this account" },
  { scope: "draft", means: "Chats, turns and examples" },
  { scope: "campaigns", means: "Campaigns, emails and leads" },
  { scope: "admin", means: "Company context and webhooks" },
];

const expiries = [
  { days: 90, word: "90 days" },
  { days: 365, word: "1 year" },
  { days: 0, word: "Never" },
] as const;

/** Makes a key and shows its secret this once. */
export function CreateKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Scope[]>(["read", "draft"]);
  const [days, setDays] = useState<number>(90);
  const [copied, setCopied] = useState(false);
  const create = useMutation(
    trpc.keys.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.keys.pathFilter()),
      gcTime: 0,
    }),
  );
  if (create.data !== undefined) {
    const { secret, key } = create.data;
    return (
      <Dialog
        open
        onClose={onClose}
        mustAnswer
        title="Your new key"
        description={`“${key.name}” is shown this once. Keep it where only the program that needs it can read it.`}
        footer={
          <Button look="primary" onClick={onClose}>
            I have kept it
          </Button>
        }
      >
        <div className="mt-4 flex items-center gap-2 rounded-control bg-sunken p-3">
          <code className="min-w-0 flex-1 font-mono text-table break-all select-all">{secret}</code>
          <Button size="small" onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
            {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            {copied ? "Copied" : "Copy"}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="New key">
      <form
        className="mt-4 grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ name, scopes: [...chosen], ...(days === 0 ? {} : { expiresInDays: days }) });
        }}
      >
        <TextField
          label="What it is for"
          placeholder="CRM sync"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="off"
        />
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium">What it may do</legend>
          {scopes.map(({ scope, means }) => (
            <label key={scope} className="flex items-center gap-2.5">
              <input
                type="checkbox"
                className="size-4"
                checked={chosen.includes(scope)}
                onChange={() =>
                  setChosen(chosen.includes(scope) ? chosen.filter((other) => other !== scope) : [...chosen, scope])
                }
              />
              <span className="w-24 font-mono text-table">{scope}</span>
              <span className="text-table text-muted">{means}</span>
            </label>
          ))}
        </fieldset>
        <label className="grid gap-1">
          <span className="font-medium">Works for</span>
          <select
            className={`${inputClass} h-8 max-w-40`}
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          >
            {expiries.map((expiry) => (
              <option key={expiry.days} value={expiry.days}>
                {expiry.word}
              </option>
            ))}
          </select>
        </label>
        {create.isError && (
          <p role="alert" className="text-table text-danger">
            {errorText(create.error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={name.trim() === "" || chosen.length === 0 || create.isPending}>
            {create.isPending ? "Making…" : "Make key"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
