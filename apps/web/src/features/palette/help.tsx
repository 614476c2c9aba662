import { modKey } from "../../lib/keys.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { keyEntries, type KeyScope } from "./registry.ts";

const scopes: readonly { readonly scope: KeyScope; readonly title: string }[] = [
  { scope: "everywhere", title: "Everywhere" },
  { scope: "editor", title: "Chat editor" },
  { scope: "composer", title: "While you write a message" },
];

const spoken: Readonly<Record<string, string>> = { mod: modKey, enter: "Enter", shift: "Shift", escape: "Esc" };

function spell(keys: string): string {
  return keys
    .split("+")
    .map((part) => spoken[part] ?? part.toUpperCase())
    .join(" ");
}

export default function Help({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keyboard">
      {scopes.map(({ scope, title }) => (
        <section key={scope} className="mt-5">
          <h3 className="text-table text-muted">{title}</h3>
          <dl className="mt-1">
            {keyEntries
              .filter((entry) => entry.scope === scope)
              .map((entry) => (
                <div
                  key={entry.id}
                  className="flex min-h-8 items-center justify-between gap-4 border-b border-hairline"
                >
                  <dt>{entry.label}</dt>
                  <dd className="flex gap-1.5">
                    {entry.keys.map((keys) => (
                      <Kbd key={keys}>{spell(keys)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
