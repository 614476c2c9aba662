import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { openDemo, signIn, signUp } from "../../lib/auth.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useTitle } from "../../lib/use-title.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Wordmark } from "../../ui/wordmark.tsx";
import { CredentialsForm } from "./credentials-form.tsx";

export function SignInPage({ next }: { readonly next: string | undefined }) {
  const options = useQuery(trpc.account.options.queryOptions());
  const navigate = useNavigate();
  const [isNew, setNew] = useState(false);
  const [demo, setDemo] = useState<{ readonly busy: boolean; readonly refusal?: string }>({ busy: false });
  useTitle("Sign in");
  async function enter(): Promise<void> {
    queryClient.clear();
    await navigate({ href: next ?? "/campaigns", replace: true });
  }
  async function enterDemo(): Promise<void> {
    setDemo({ busy: true });
    try {
      await openDemo();
      await enter();
    } catch (error) {
      setDemo({ busy: false, refusal: error instanceof Error ? error.message : "The demo could not be opened." });
    }
  }
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[23rem] content-center gap-8 px-4 py-12">
      <div className="grid gap-3">
        <Wordmark />
        <h1 className="mt-4 text-display font-semibold">
          {isNew ? "Make an account" : "Write outreach that reads like you"}
        </h1>
        <p className="text-chat text-muted">
          Draft each email of a campaign by chat. Every claim shows where it comes from, and nothing you type is
          overwritten.
        </p>
      </div>
      {options.data?.demo === true && !isNew && (
        <div className="grid gap-3">
          <button
            type="button"
            className={cx(buttonClass("primary"), "h-11 w-full")}
            disabled={demo.busy}
            onClick={() => void enterDemo()}
          >
            {demo.busy ? "Opening…" : "Open the demo"}
            <ArrowRight size={16} aria-hidden />
          </button>
          {demo.refusal === undefined ? (
            <p className="text-meta text-muted">A campaign with 250 leads, on this computer only. No key, no cost.</p>
          ) : (
            <p role="alert" className="text-meta text-danger">
              {demo.refusal}
            </p>
          )}
          <div className="mt-3 flex items-center gap-3 text-meta text-muted before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
            or with your account
          </div>
        </div>
      )}
      <CredentialsForm
        key={String(isNew)}
        withName={isNew}
        verb={isNew ? "Make account" : "Sign in"}
        submit={async ({ name, email, password }) => {
          await (isNew ? signUp(name, email, password) : signIn(email, password));
          await enter();
        }}
      >
        <Button look="quiet" onClick={() => setNew(!isNew)}>
          {isNew ? "I have an account" : "Make an account"}
        </Button>
      </CredentialsForm>
    </main>
  );
}
