import type { AppRouter } from "@longhand/api/router";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, retryLink, splitLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { appCodeOf, isDisconnected } from "./error-text.ts";
import { signInLink } from "./sign-in-link.ts";

/** First and longest wait before a lost stream is opened again; jitter keeps tabs from returning as one. */
const firstWaitMs = 250;
const longestWaitMs = 2_000;

function waitMs(attempt: number): number {
  const step = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempt - 1, 8));
  return step / 2 + Math.random() * (step / 2);
}

export const client = createTRPCClient<AppRouter>({
  links: [
    signInLink(),
    splitLink({
      condition: (op) => op.type === "subscription",
      // The retry stands before the stream: without it the first refused reconnect would end the stream for good.
      true: [
        retryLink({
          retry: ({ error }) => isDisconnected(error) || appCodeOf(error) === "internal",
          retryDelayMs: waitMs,
        }),
        httpSubscriptionLink({ url: "/trpc" }),
      ],
      // The header tells the server that a page of its own asks: other sites cannot set it.
      false: httpBatchLink({ url: "/trpc", headers: { "x-longhand": "web" }, maxURLLength: 4_000 }),
    }),
  ],
});

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => isDisconnected(error) && count < 3, retryDelay: waitMs },
    mutations: { retry: false },
  },
});

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
