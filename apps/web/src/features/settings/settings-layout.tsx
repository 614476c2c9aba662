import { Link, Outlet } from "@tanstack/react-router";
import { Page } from "../../ui/page.tsx";
import { tabClass } from "../../ui/tab-link.tsx";

export function SettingsLayout() {
  return (
    <Page title="Settings">
      <nav aria-label="Settings" className="mt-4 flex gap-6 border-b border-hairline">
        <Link
          to="/settings/keys"
          inactiveProps={{ className: tabClass(false) }}
          activeProps={{ className: tabClass(true) }}
        >
          Keys
        </Link>
        <Link
          to="/settings/model"
          inactiveProps={{ className: tabClass(false) }}
          activeProps={{ className: tabClass(true) }}
        >
          Model and cost
        </Link>
      </nav>
      <Outlet />
    </Page>
  );
}
