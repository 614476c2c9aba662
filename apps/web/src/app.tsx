import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider, createRouter } from "@tanstack/react-router";
import { SignInAgainDialog } from "./features/sign-in/sign-in-again-dialog.tsx";
import { queryClient } from "./lib/trpc.ts";
import { routeTree } from "./routeTree.gen.ts";
import { ErrorBoundary } from "./ui/error-boundary.tsx";
import { Toaster } from "./ui/toaster.tsx";
import { TooltipProvider } from "./ui/tooltip.tsx";

const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingMinMs: 300,
  defaultPendingMs: 150,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

export function App() {
  return (
    <ErrorBoundary name="Longhand">
      <QueryClientProvider client={queryClient}>
        <TooltipProvider delay={500}>
          <RouterProvider router={router} />
          <SignInAgainDialog />
          <Toaster />
        </TooltipProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
