import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import type { Campaign } from "../../lib/wire.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";

/** The campaign's name and who its emails come from. */
export function CampaignSettingsDialog({
  campaign,
  onClose,
}: {
  readonly campaign: Campaign;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(campaign.name);
  const [signature, setSignature] = useState(campaign.signature ?? "");
  const [sender, setSender] = useState({
    firstName: campaign.sender.firstName ?? "",
    lastName: campaign.sender.lastName ?? "",
    company: campaign.sender.company ?? "",
    email: campaign.sender.email ?? "",
  });
  const update = useMutation(
    trpc.campaigns.update.mutationOptions({
      onSuccess() {
        void queryClient.invalidateQueries(trpc.campaigns.pathFilter());
        onClose();
      },
    }),
  );
  const senderField = (key: keyof typeof sender, label: string) => (
    <TextField
      label={label}
      value={sender[key]}
      maxLength={200}
      onChange={(event) => setSender({ ...sender, [key]: event.target.value })}
      autoComplete="off"
    />
  );
  return (
    <Dialog open onClose={onClose} title="Name, sender, signature">
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate({
            campaignId: campaign.id,
            name,
            signature: signature.trim() === "" ? null : signature,
            sender,
          });
        }}
      >
        <TextField
          label="Campaign name"
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoComplete="off"
        />
        <fieldset className="grid grid-cols-2 gap-3">
          <legend className="mb-2 font-medium">Who the emails come from</legend>
          {senderField("firstName", "First name")}
          {senderField("lastName", "Last name")}
          {senderField("company", "Company")}
          {senderField("email", "Email")}
        </fieldset>
        <TextArea
          label="Signature"
          rows={3}
          maxLength={2000}
          value={signature}
          onChange={(event) => setSignature(event.target.value)}
        />
        {update.isError && (
          <p role="alert" className="text-table text-danger">
            {errorText(update.error)} Your entries are still here.
          </p>
        )}
        <div className="mt-2 flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={update.isPending || name.trim() === ""}>
            {update.isPending ? "Saving…" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
