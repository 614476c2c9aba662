const retryMs = 250;

/**
 * Repeat a statement until the database answers it.
 *
 * What happened in a call must not be forgotten because the database restarts
 * or has no room: the lease token makes a repeat harmless. Other errors, and
 * any error once `isClosed`, are thrown.
 */
export async function untilAnswered<T>(attempt: () => Promise<T>, isClosed: () => boolean): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (isClosed() || !isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

/** True for an error that says nothing about the statement: connection lost or refused, out of resources, shutting down, deadlock. */
export function isPassing(error: unknown): boolean {
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  if (typeof code !== "string") return false;
  return (
    /^(?:08|40|53|57P|58)/.test(code) ||
    /^(?:CONNECTION_(?:CLOSED|DESTROYED)|CONNECT_TIMEOUT|E(?:CONN(?:REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH))$/.test(
      code,
    )
  );
}
