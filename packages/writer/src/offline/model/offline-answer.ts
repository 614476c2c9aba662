import type { Json } from "../../state.ts";

/** One answer of the offline model: words, and tools to call. */
export interface OfflineAnswer {
  readonly text: string;
  readonly calls: readonly { readonly name: string; readonly input: Json }[];
}
