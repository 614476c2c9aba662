/**
 * An expired sign-in never navigates away: a dialog opens over the page, and what was refused is repeated after it.
 * This is the meeting point of the link that was refused and the dialog that asks.
 */
let waiting: PromiseWithResolvers<void> | undefined;
const listeners = new Set<() => void>();

function notify(): void {
  for (const listener of listeners) listener();
}

/** Ask the person to sign in again; every caller gets the same promise, settled by `signedInAgain`. */
export function signInAgain(): Promise<void> {
  if (waiting === undefined) {
    waiting = Promise.withResolvers<void>();
    notify();
  }
  return waiting.promise;
}

/** Let the refused calls go on. */
export function signedInAgain(): void {
  const settled = waiting;
  waiting = undefined;
  notify();
  settled?.resolve();
}

export function isSignInNeeded(): boolean {
  return waiting !== undefined;
}

export function onSignInNeeded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
