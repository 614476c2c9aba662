import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { TrpcContext } from "./init.ts";
import { appRouter } from "./root.ts";

/** Answer a request under `endpoint`. Ten calls a batch: a page needs fewer, and a batch is one rate-limited request. */
export function handleTrpc(request: Request, endpoint: string, context: TrpcContext): Promise<Response> {
  return fetchRequestHandler({
    endpoint,
    req: request,
    router: appRouter,
    createContext: () => context,
    maxBatchSize: 10,
  });
}
