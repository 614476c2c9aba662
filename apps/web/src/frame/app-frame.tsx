import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { usePageKeys } from "../features/palette/use-page-keys.ts";
import { SkipLink } from "./skip-link.tsx";
import { Announcements } from "./announcements.tsx";
import { TopBar } from "./top-bar.tsx";

const Palette = lazy(() => import("../features/palette/palette.tsx"));
const Help = lazy(() => import("../features/palette/help.tsx"));

/** Everything around a signed-in page: bar, palette, help, announcer. */
export function AppFrame() {
  const [open, setOpen] = useState<"palette" | "help">();
  usePageKeys({ onPalette: () => setOpen("palette"), onHelp: () => setOpen("help") });
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <TopBar onPalette={() => setOpen("palette")} onHelp={() => setOpen("help")} />
      <Outlet />
      <Announcements />
      <Suspense>
        {open === "palette" && <Palette onClose={() => setOpen(undefined)} />}
        {open === "help" && <Help onClose={() => setOpen(undefined)} />}
      </Suspense>
    </div>
  );
}
