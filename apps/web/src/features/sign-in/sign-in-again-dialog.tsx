import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { openDemo, signIn } from "../../lib/auth.ts";
import { isSignInNeeded, onSignInNeeded, signedInAgain } from "../../lib/sign-in-again.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CredentialsForm } from "./credentials-form.tsx";
import { personQuery } from "../../lib/person.ts";

/** Over the page, never instead of it: what was refused is repeated after signing in. */
export function SignInAgainDialog() {
  const needed = useSyncExternalStore(onSignInNeeded, isSignInNeeded);
  const options = useQuery({ ...trpc.account.options.queryOptions(), enabled: needed });
  const known = queryClient.getQueryData(personQuery().queryKey);
  async function enter(how: Promise<void>): Promise<void> {
    await how;
    signedInAgain();
  }
  return (
    <Dialog
      open={needed}
      onClose={() => undefined}
      mustAnswer
      title="Sign in again"
      description="Your sign-in has expired. What you typed is kept here and goes on afterwards."
    >
      <div className="mt-5">
        <CredentialsForm
          email={known?.user.email ?? ""}
          verb="Sign in"
          submit={({ email, password }) => enter(signIn(email, password))}
        >
          {options.data?.demo === true && <Button onClick={() => void enter(openDemo())}>Open the demo</Button>}
        </CredentialsForm>
      </div>
    </Dialog>
  );
}
