import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";

export function CreateCampaignDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const [name, setName] = useState("");
  const navigate = useNavigate();
  const create = useMutation(
    trpc.campaigns.create.mutationOptions({
      async onSuccess({ campaign }) {
        void queryClient.invalidateQueries(trpc.campaigns.list.pathFilter());
        await navigate({ to: "/campaigns/$campaignId", params: { campaignId: campaign.id } });
      },
    }),
  );
  const missing = name.trim() === "";
  return (
    <Dialog open={open} onClose={onClose} title="New campaign">
      <form
        className="mt-4 grid gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing) create.mutate({ name });
        }}
      >
        <TextField
          label="Name"
          placeholder="Autumn outreach to finance leads"
          maxLength={200}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={create.isError ? errorText(create.error) : undefined}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={missing || create.isPending}>
            {create.isPending ? "Creating…" : "Create"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
