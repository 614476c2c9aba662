import { z } from "zod";

const Refusal = z.object({ message: z.string().optional(), error: z.string().optional() });

/** Signing in was refused; the sentence is for the person. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
}

async function post(path: string, body: unknown): Promise<void> {
  let answer: Response;
  try {
    answer = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-longhand": "web" },
      body: JSON.stringify(body),
      credentials: "same-origin",
    });
  } catch (cause) {
    throw new SignInRefused("Longhand could not be reached. Check your connection and try again.", { cause });
  }
  if (answer.ok) return;
  if (answer.status === 429) throw new SignInRefused("Too many tries. Wait a minute, then try again.");
  const refusal = Refusal.safeParse(await answer.json().catch(() => undefined));
  const said = refusal.success ? (refusal.data.message ?? refusal.data.error) : undefined;
  if (path === "sign-in/email" && answer.status < 500)
    throw new SignInRefused("That email and password do not match an account.");
  throw new SignInRefused(
    answer.status < 500 && said !== undefined && said !== "" ? said : "Signing in did not work. Try again.",
  );
}

export const signIn = (email: string, password: string): Promise<void> => post("sign-in/email", { email, password });
export const signUp = (name: string, email: string, password: string): Promise<void> =>
  post("sign-up/email", { name, email, password });
export const openDemo = (): Promise<void> => post("demo", {});
export const signOut = (): Promise<void> => post("sign-out", {});
