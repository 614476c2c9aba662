import { AppError } from "./errors.ts";

/** What a key may do. read: every GET; draft: sessions, turns, examples; campaigns: campaigns, nodes, leads, messages; admin: context, webhooks. */
export const scopes = ["read", "draft", "campaigns", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** Who acts. A person may do everything that is theirs; a key what its scopes say; the system is durable work for one owner. */
export type Actor =
  | { readonly kind: "person"; readonly userId: string }
  | { readonly kind: "key"; readonly userId: string; readonly keyId: string; readonly scopes: readonly Scope[] }
  | { readonly kind: "system"; readonly userId: string };

/**
 * Refuse an actor without this scope.
 *
 * @throws {AppError} `forbidden`, naming the scope.
 */
export function requireScope(actor: Actor, scope: Scope): void {
  if (actor.kind === "key" && !actor.scopes.includes(scope)) {
    throw new AppError("forbidden", `This key lacks the scope "${scope}". Create a key that has it.`);
  }
}
