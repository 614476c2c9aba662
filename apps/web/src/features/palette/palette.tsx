import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { currentAsk, currentCommands } from "../../lib/commands.ts";
import { plainTemplate } from "../../lib/plain-template.ts";
import { setTheme } from "../../lib/theme.ts";
import { trpc } from "../../lib/trpc.ts";

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly run: () => void;
}

/** Go to, do, ask: one list over one field. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState("");
  const choices = useChoices(text);
  const wanted = text.trim().toLowerCase().split(/\s+/);
  const shown = choices.filter(
    (choice) =>
      choice.kind === "Ask" || wanted.every((word) => `${choice.kind} ${choice.label}`.toLowerCase().includes(word)),
  );
  function choose(choice: Choice): void {
    onClose();
    choice.run();
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex justify-center px-4 pt-[12dvh]">
          <Dialog.Popup
            aria-label="Find or do anything"
            className="h-fit w-full max-w-[36rem] overflow-hidden rounded-dialog border border-hairline bg-surface shadow-float"
          >
            <Autocomplete.Root
              inline
              open
              items={shown}
              itemToStringValue={(choice: Choice) => choice.label}
              mode="none"
              value={text}
              onValueChange={setText}
              autoHighlight="always"
            >
              <Autocomplete.Input
                autoFocus
                aria-label="Find or do anything"
                placeholder="Go to, do, or ask…"
                className="h-12 w-full border-b border-hairline bg-transparent px-4 text-chat outline-none"
              />
              <Autocomplete.Empty className="text-muted empty:hidden [&>*]:px-4 [&>*]:py-5">
                <p>Nothing matches.</p>
              </Autocomplete.Empty>
              <Autocomplete.List className="max-h-[50dvh] overflow-y-auto p-1.5 empty:hidden">
                {(choice: Choice) => (
                  <Autocomplete.Item
                    key={choice.id}
                    value={choice}
                    onClick={() => choose(choice)}
                    className="flex min-h-9 items-center gap-3 rounded-chip px-2.5 outline-none data-[highlighted]:bg-sunken pointer-coarse:min-h-11"
                  >
                    <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                    <span className="shrink-0 text-meta text-muted">{choice.kind}</span>
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useChoices(text: string): readonly Choice[] {
  const navigate = useNavigate();
  const { campaignId } = useParams({ strict: false });
  const campaigns = useQuery(trpc.campaigns.list.queryOptions({ limit: 200 }));
  const campaign = useQuery({
    ...trpc.campaigns.get.queryOptions({ campaignId: campaignId ?? "" }),
    enabled: campaignId !== undefined,
  });
  const ask = currentAsk();
  const emails = campaign.data?.sequenceNodes.filter((node) => node.type === "email" || node.type === "ai") ?? [];
  return [
    ...currentCommands().map((command) => ({ ...command, kind: "Do" })),
    ...emails.map((node, index) => ({
      id: node.id,
      kind: "Email",
      label: `Email ${index + 1}${node.subject === null ? "" : `: ${plainTemplate(node.subject)}`}`,
      run: () =>
        void navigate({
          to: "/campaigns/$campaignId/nodes/$nodeId",
          params: { campaignId: node.campaignId, nodeId: node.id },
        }),
    })),
    ...(campaigns.data?.campaigns ?? []).map((item) => ({
      id: item.id,
      kind: "Campaign",
      label: item.name,
      run: () => void navigate({ to: "/campaigns/$campaignId", params: { campaignId: item.id } }),
    })),
    ...(campaignId === undefined
      ? []
      : [
          {
            id: "leads",
            kind: "Go to",
            label: "Leads of this campaign",
            run: () => void navigate({ to: "/campaigns/$campaignId/leads", params: { campaignId } }),
          },
        ]),
    { id: "campaigns", kind: "Go to", label: "All campaigns", run: () => void navigate({ to: "/campaigns" }) },
    { id: "keys", kind: "Go to", label: "Keys", run: () => void navigate({ to: "/settings/keys" }) },
    { id: "model", kind: "Go to", label: "Model and cost", run: () => void navigate({ to: "/settings/model" }) },
    { id: "light", kind: "Do", label: "Use the light theme", run: () => setTheme("light") },
    { id: "dark", kind: "Do", label: "Use the dark theme", run: () => setTheme("dark") },
    { id: "system", kind: "Do", label: "Use the system’s theme", run: () => setTheme("system") },
    // Last, so that Enter on a few letters goes somewhere instead of sending them.
    ...(ask !== undefined && text.trim() !== ""
      ? [{ id: "ask", kind: "Ask", label: `Send “${text.trim()}” to Longhand`, run: () => ask(text.trim()) }]
      : []),
  ];
}
