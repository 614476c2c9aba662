import { z } from "zod";

const Words = z.array(z.string().min(1).max(120)).max(200);

/** What a campaign may change about its checks. Locked checks keep their severity whatever is written here. */
export const CheckSettings = z.strictObject({
  /** By check id. `off` removes a check that is not locked. */
  severity: z.record(z.string(), z.enum(["error", "warning", "info", "off"])).optional(),
  /** By check id, then by the threshold's name in the defaults. */
  thresholds: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  /** Phrases that must not appear, and phrases that must (B17). */
  banned_phrases: Words.optional(),
  required_phrases: Words.optional(),
  /** How people can opt out: a line in the text, or a header added by the sending system. Null or absent: not stated (L05). */
  opt_out: z.enum(["line", "header"]).nullish(),
  /** Where the leads are, and the address the law may ask for (L06). */
  audience: z.enum(["us", "other"]).nullish(),
  postal_address: z.string().max(300).nullish(),
  /** Spellings that count as a missing value; replaces the default list. */
  missing_words: Words.optional(),
});
export interface CheckSettings extends z.infer<typeof CheckSettings> {}
