import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { appCodeOf } from "../lib/error-text.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (appCodeOf(error) === "not_found") return <NotFoundPage />;
  return (
    <main id="main" className="mx-auto w-full max-w-[68rem] px-4 pt-8 sm:px-6">
      <ErrorState
        title="This page could not be opened."
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}
