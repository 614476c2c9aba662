import { z } from "zod";

/** What a block does in an email. */
export const BlockRole = z.enum([
  "greeting",
  "opener",
  "problem",
  "value",
  "proof",
  "offer",
  "ask",
  "signoff",
  "ps",
  "other",
]);
export type BlockRole = z.infer<typeof BlockRole>;
