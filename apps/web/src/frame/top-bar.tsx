import { useQuery } from "@tanstack/react-query";
import { Link, useMatches, useNavigate } from "@tanstack/react-router";
import { CircleUser, Command, Monitor, Moon, Sun } from "lucide-react";
import { signOut } from "../lib/auth.ts";
import { keyLabel } from "../lib/keys.ts";
import { removeStored, storedKeys } from "../lib/storage.ts";
import { setTheme, themes, useTheme, type Theme } from "../lib/theme.ts";
import { queryClient } from "../lib/trpc.ts";
import { IconButton, iconButtonClass } from "../ui/icon-button.tsx";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { personQuery } from "../lib/person.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Wordmark } from "../ui/wordmark.tsx";

const themeWords: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

export function TopBar({ onPalette, onHelp }: { readonly onPalette: () => void; readonly onHelp: () => void }) {
  const { data } = useQuery(personQuery());
  const navigate = useNavigate();
  const theme = useTheme();
  const matches = useMatches();
  const ThemeIcon = theme === "dark" ? Moon : theme === "light" ? Sun : Monitor;
  async function leave(): Promise<void> {
    if (
      storedKeys("own.").length > 0 &&
      !window.confirm("There is text here that is not sent or saved yet. Sign out and remove it from this browser?")
    )
      return;
    await signOut();
    // The next person on this browser must not find this one's words.
    for (const key of [...storedKeys("own."), ...storedKeys("queue.")]) removeStored(key);
    queryClient.clear();
    await navigate({ to: "/sign-in" });
  }
  return (
    <header className="sticky top-0 z-20 flex h-12 shrink-0 items-center gap-3 border-b border-hairline bg-bg px-3 sm:px-4">
      <Link to="/campaigns" aria-label="Longhand, all campaigns" className="shrink-0 rounded-chip pointer-coarse:py-3">
        <Wordmark compact />
      </Link>
      <Breadcrumb matches={matches} />
      <div className="ml-auto flex shrink-0 items-center gap-0.5">
        <button
          type="button"
          onClick={onPalette}
          aria-label="Find or do anything"
          className="mr-1 hidden h-8 items-center gap-2 rounded-control border border-hairline px-2.5 text-table text-muted transition-colors hover:bg-sunken hover:text-ink sm:inline-flex"
        >
          Find or do <span className="text-meta">{keyLabel("K")}</span>
        </button>
        <IconButton label="Find or do anything" className="sm:hidden" onClick={onPalette}>
          <Command size={16} aria-hidden />
        </IconButton>
        <Menu
          align="end"
          trigger={
            <button type="button" className={iconButtonClass()} aria-label={`Theme: ${themeWords[theme]}`}>
              <ThemeIcon size={16} aria-hidden />
            </button>
          }
        >
          <MenuChoice
            label="Theme"
            value={theme}
            choices={themes.map((value) => ({ value, label: themeWords[value] }))}
            onChoose={setTheme}
          />
        </Menu>
        <Menu
          align="end"
          trigger={
            <button type="button" className={iconButtonClass()} aria-label="Account and settings">
              <CircleUser size={16} aria-hidden />
            </button>
          }
        >
          <div className="px-2 pt-1 pb-2">
            <p className="truncate font-medium">{data?.user.name}</p>
            <p className="truncate text-meta text-muted">{data?.user.email}</p>
          </div>
          <MenuSeparator />
          <MenuItem onSelect={() => void navigate({ to: "/settings/keys" })}>Keys</MenuItem>
          <MenuItem onSelect={() => void navigate({ to: "/settings/model" })}>Model and cost</MenuItem>
          <MenuItem onSelect={onHelp}>Keyboard help</MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => void leave()}>Sign out</MenuItem>
        </Menu>
      </div>
    </header>
  );
}
