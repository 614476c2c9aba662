import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { errorText } from "../../lib/error-text.ts";
import { formatAgo, formatInstant } from "../../lib/format.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useShownLoading } from "../../lib/use-shown-loading.ts";
import { useTitle } from "../../lib/use-title.ts";
import type { Key } from "../../lib/wire.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { PlaceholderRows } from "../../ui/placeholder.tsx";
import { toast } from "../../ui/toaster.tsx";
import { CreateKeyDialog } from "./create-key-dialog.tsx";

const cell = "h-10 border-b border-hairline pr-4 text-left text-table";

export function KeysPage() {
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Key>();
  const query = useQuery(trpc.keys.list.queryOptions());
  const loading = useShownLoading(query.isPending);
  useTitle("Keys");
  const revoke = useMutation(
    trpc.keys.revoke.mutationOptions({
      onSuccess() {
        void queryClient.invalidateQueries(trpc.keys.pathFilter());
        setRevoking(undefined);
        toast("Key revoked");
      },
      onError: (error) => toast("The key was not revoked", { description: errorText(error), problem: true }),
    }),
  );
  const keys: readonly Key[] = query.data ?? [];
  return (
    <section aria-label="Keys" className="pt-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <p className="max-w-[34rem] text-muted">
          A key lets a program use this account over REST. It is shown once, when it is made. To rotate: make a new one,
          deploy it, revoke the old one.
        </p>
        <Button look="primary" onClick={() => setCreating(true)}>
          <Plus size={16} aria-hidden />
          New key
        </Button>
      </div>
      {query.isError && (
        <ErrorState title="The keys could not be read." error={query.error} onRetry={() => void query.refetch()} />
      )}
      {loading && query.data === undefined && <PlaceholderRows rows={3} label="Reading the keys" />}
      {query.isSuccess && keys.length === 0 && (
        <EmptyState title="No key yet">
          Make one for a script or an agent, for example “CRM sync”, with only the scopes it needs.
        </EmptyState>
      )}
      {keys.length > 0 && (
        <div className="relative overflow-x-auto">
          <table className="mt-5 w-full min-w-[40rem] border-collapse">
            <thead className="text-muted">
              <tr>
                {["Name", "Begins with", "Scopes", "Last used", "Expires"].map((word) => (
                  <th key={word} className={`${cell} font-normal`}>
                    {word}
                  </th>
                ))}
                <th className={cell}>
                  <span className="sr-only">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key.id}>
                  <td className={`${cell} font-medium`}>{key.name}</td>
                  <td className={`${cell} font-mono text-meta`}>{key.prefix}…</td>
                  <td className={`${cell} text-muted`}>{key.scopes.join(", ")}</td>
                  <td className={`${cell} text-muted`}>
                    {key.lastUsedAt === null ? "never" : formatAgo(key.lastUsedAt)}
                  </td>
                  <td className={`${cell} text-muted`}>
                    {key.expiresAt === null ? "never" : formatInstant(key.expiresAt)}
                  </td>
                  <td className={`${cell} pr-0 text-right`}>
                    <Button size="small" look="quiet" onClick={() => setRevoking(key)}>
                      Revoke
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
      <ConfirmDialog
        open={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
        title="Revoke this key?"
        verb="Revoke key"
        busy={revoke.isPending}
        onConfirm={() => revoking !== undefined && revoke.mutate({ keyId: revoking.id })}
      >
        Programs that use “{revoking?.name}” stop working at once.
      </ConfirmDialog>
    </section>
  );
}
