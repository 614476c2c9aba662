import { useRef, useState, type FormEvent, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";

interface Props {
  readonly email?: string;
  readonly withName?: boolean;
  readonly verb: string;
  readonly submit: (entry: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }) => Promise<void>;
  readonly children?: ReactNode;
}

/** The same number as the server's; shorter ones are refused there. */
const shortestPassword = 10;

/** Email and password. After a refusal the email stays and the password has the focus. */
export function CredentialsForm({ email: knownEmail = "", withName = false, verb, submit, children }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const passwordField = useRef<HTMLInputElement>(null);
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (withName && password.length < shortestPassword) {
      setRefusal(`Use a password of at least ${shortestPassword} characters.`);
      passwordField.current?.focus();
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    try {
      await submit({ name: name.trim(), email: email.trim(), password });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : "Signing in did not work. Try again.");
      setPassword("");
      passwordField.current?.focus();
    } finally {
      setBusy(false);
    }
  }
  return (
    <form className="grid gap-4" onSubmit={(event) => void send(event)}>
      {withName && (
        <TextField
          label="Name"
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <TextField
        label="Email"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        ref={passwordField}
        label="Password"
        type="password"
        autoComplete={withName ? "new-password" : "current-password"}
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={refusal}
        hint={withName ? `At least ${shortestPassword} characters` : undefined}
      />
      <div className="flex items-center gap-3">
        <Button look="primary" type="submit" disabled={busy}>
          {busy ? "One moment…" : verb}
        </Button>
        {children}
      </div>
    </form>
  );
}
