import { z } from "zod";
import type { StopRule } from "./stop-rules.ts";

const Changed = z.object({
  ok: z.literal(true),
  revision: z.number().optional(),
  proposal_id: z.string().optional(),
  framework_version: z.number().optional(),
});
/** A refused tool call, as stored. */
export const Refused = z.object({
  ok: z.literal(false),
  issues: z.array(z.object({ code: z.string(), hint: z.string() })),
});

/** What happened, in plain words, when the model left none. */
export function receipt(results: readonly unknown[], rule: StopRule): string {
  const changed = results.flatMap((result) => Changed.safeParse(result).data ?? []);
  const drafted = changed.some((one) => isChange(one) && one.framework_version === undefined);
  const planned = changed.some(isChange);
  const last = results.findLastIndex((result) => isChange(Changed.safeParse(result).data));
  const open =
    results
      .slice(last + 1)
      .flatMap((result) => Refused.safeParse(result).data ?? [])
      .findLast(({ issues }) => issues.length > 0)?.issues ?? [];
  const done = drafted
    ? "I changed the draft."
    : planned
      ? "I planned the email, but the draft itself is not written yet."
      : "Nothing was changed.";
  const why = reasons[rule];
  const rest =
    rule === "finish" || rule === "answered" || rule === "ask_user" || open.length === 0
      ? ""
      : `\n\nStill open:\n${open
          .slice(0, 5)
          .map(({ hint }) => `- ${hint}`)
          .join("\n")}`;
  return (
    [done, why].filter(Boolean).join(" ") +
    rest +
    (drafted || rule === "refused" ? "" : "\n\nTell me in other words what you would like, and I will try again.")
  );
}

function isChange(result: z.infer<typeof Changed> | undefined): boolean {
  return result?.revision !== undefined || result?.proposal_id !== undefined;
}

const reasons: Readonly<Record<StopRule, string>> = {
  finish: "",
  ask_user: "",
  answered: "",
  refused: "The model declined to answer this request, and I did not pass it on to another one.",
  calls: "I stopped after eight tries.",
  failed_updates: "I stopped because three versions in a row did not pass the checks.",
  repeated_issues: "I stopped because the same problem came back.",
  budget: "I stopped at this turn's budget of tokens.",
  time: "I stopped after five minutes.",
};
