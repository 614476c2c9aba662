import { scopes as allScopes, type Actor, type Scope } from "../base/actor.ts";

/** Somebody signed in at a browser. */
export function person(userId: string): Actor {
  return { kind: "person", userId };
}

/** A program's key; every scope unless told. */
export function key(userId: string, scopes: readonly Scope[] = allScopes): Actor {
  return { kind: "key", userId, keyId: "00000000-0000-7000-8000-000000000001", scopes };
}

/** Durable work for one owner. */
export function system(userId: string): Actor {
  return { kind: "system", userId };
}
