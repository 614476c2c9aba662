export type { AppRouter } from "./doors/trpc/root.ts";
export type { ModelView, TrpcErrorShape } from "./doors/trpc/init.ts";
