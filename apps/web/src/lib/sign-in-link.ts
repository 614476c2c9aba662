import type { TRPCLink } from "@trpc/client";
import type { AppRouter } from "@longhand/api/router";
import { observable } from "@trpc/server/observable";
import { appCodeOf } from "./error-text.ts";
import { signInAgain } from "./sign-in-again.ts";

/** Set in an operation's context to hear about a missing sign-in instead of waiting for one. */
export const withoutSignIn = { withoutSignIn: true } as const;

/** Hold a refused call while the person signs in again, then repeat it. */
export function signInLink(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        let inner: { unsubscribe(): void } | undefined;
        let done = false;
        function attempt(): void {
          inner = next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error: (error) => {
              if (op.context["withoutSignIn"] === true || appCodeOf(error) !== "unauthorized")
                return observer.error(error);
              void signInAgain().then(() => {
                if (!done) attempt();
              });
            },
          });
        }
        attempt();
        return () => {
          done = true;
          inner?.unsubscribe();
        };
      });
}
