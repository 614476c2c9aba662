import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { SignInPage } from "../features/sign-in/sign-in-page.tsx";

// Only a path of this site: a whole address would let a link send people elsewhere after signing in.
const Search = z.object({
  next: z
    .string()
    .regex(/^\/(?![/\\])/)
    .optional()
    .catch(undefined),
});

export const Route = createFileRoute("/sign-in")({ validateSearch: Search, component: Page });

function Page() {
  return <SignInPage next={Route.useSearch().next} />;
}
