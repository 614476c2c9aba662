import { Link } from "@tanstack/react-router";
import { useTitle } from "../lib/use-title.ts";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

export function NotFoundPage() {
  useTitle("Not found");
  return (
    <main id="main" className="mx-auto w-full max-w-[68rem] px-4 pt-8 sm:px-6">
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is nothing at this address"
        action={
          <Link to="/campaigns" className={buttonClass("primary")}>
            Go to your campaigns
          </Link>
        }
      >
        It may have been deleted, or the link may be incomplete.
      </EmptyState>
    </main>
  );
}
