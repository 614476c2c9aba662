import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { client, trpc } from "../../lib/trpc.ts";
import { useStore } from "../../lib/store.ts";
import type { SessionStore } from "./session-store.ts";

/** The findings on the saved draft; asked for anew with each revision, the former ones shown until then. */
export function useChecks(session: SessionStore) {
  const sessionId = useStore(session, (state) => state.live?.session.id) ?? "";
  const revision = useStore(session, (state) => state.live?.session.revision);
  const hasDraft = useStore(session, (state) => (state.live?.session.draftVersion ?? null) !== null);
  return useQuery({
    queryKey: [...trpc.sessions.checks.queryKey({ sessionId }), revision],
    queryFn: ({ signal }) => client.sessions.checks.query({ sessionId }, { signal }),
    enabled: hasDraft,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
