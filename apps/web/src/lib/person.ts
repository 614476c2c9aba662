import { queryClient, trpc } from "./trpc.ts";
import { withoutSignIn } from "./sign-in-link.ts";

/** The signed-in person, read once per page load. Rejects with `unauthorized` for nobody instead of asking. */
export function requirePerson() {
  return queryClient.ensureQueryData(personQuery());
}

/** Who is signed in and which model answers. */
export function personQuery() {
  return trpc.account.me.queryOptions(undefined, { trpc: { context: withoutSignIn }, staleTime: Infinity });
}
