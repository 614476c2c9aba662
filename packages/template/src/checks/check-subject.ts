import { variables } from "../variables.ts";
import { countWords } from "../reading.ts";
import { defaultFallback } from "./default-fallback.ts";
import { spansIn, threshold, type CheckContext } from "./check-context.ts";
import { edit, fixOf } from "./edits.ts";
import { failed, passed, unsure, type Finding } from "./finding.ts";
import { leadValues } from "../values.ts";

const replyMark = /^\s*(?:(?:re|fwd?|aw|wg|tr|sv|antw)\s*(?:\[\d+\])?\s*:\s*)+/i;

/** Whether the email continues a thread; a follow-up does unless it is said to start one. */
function isReply({ input }: CheckContext): boolean {
  return input.is_reply ?? (input.kind !== "first" && input.subject.trim() === "");
}

/** S01: words of the subject. */
export function subjectWords(ctx: CheckContext): Finding | null {
  const words = countWords(ctx.subject.sample);
  if (ctx.subject.source.trim() === "") return null;
  const want = `${threshold(ctx, "S01", "aim_low")}–${threshold(ctx, "S01", "aim_high")}`;
  if (words <= threshold(ctx, "S01", "warn_above")) return passed(`The subject has ${words} words.`, words);
  const severity = words > threshold(ctx, "S01", "error_above") ? "error" : "warning";
  return failed(`The subject has ${words} words; ${want} do best.`, {
    severity,
    got: words,
    want,
    spans: whole(ctx),
    fix: fixOf("shorten", `Shorten the subject to ${want} words.`),
  });
}

/** S02: characters of the subject. */
export function subjectLength(ctx: CheckContext): Finding | null {
  const { length } = ctx.subject.sample.trim();
  if (length === 0) return null;
  const most = threshold(ctx, "S02", "warn_above");
  const short = threshold(ctx, "S02", "info_above");
  if (length <= short) return passed(`The subject has ${length} characters.`, length);
  const severity = length > most ? "warning" : "info";
  return failed(`The subject has ${length} characters; phones show about ${short}.`, {
    severity,
    got: length,
    want: short,
    spans: whole(ctx),
    fix: fixOf("shorten", `Shorten the subject to ${short} characters.`),
  });
}

function whole(ctx: CheckContext): ReturnType<typeof spansIn> {
  return spansIn("subject", [{ from: 0, to: ctx.subject.source.length }]);
}

/** S03: an empty subject on a new thread. */
export function subjectPresent(ctx: CheckContext): Finding {
  if (ctx.subject.sample.trim() !== "") return passed("The email has a subject.");
  if (isReply(ctx)) return passed("A reply keeps the subject of its thread.");
  return failed("The subject is empty, and the email starts a new thread.", {
    fix: fixOf("new_subject", "Write a subject."),
  });
}

/** S04: "Re:" or "Fwd:" on an email that answers nothing. */
export function noFalseReply(ctx: CheckContext): Finding {
  const found = replyMark.exec(ctx.subject.source);
  if (found === null || ctx.input.is_reply === true) return passed("The subject does not pretend to be a reply.");
  const span = { from: 0, to: found[0].length };
  return failed(`“${found[0].trim()}” claims a conversation that does not exist.`, {
    spans: spansIn("subject", [span]),
    fix: fixOf("strip", "Take the reply mark out of the subject.", [edit("subject", ctx.subject.source, span, "")]),
  });
}

/** S09: a subject variable that some lead lacks, without a fallback. */
export function subjectVariables(ctx: CheckContext): Finding | null {
  if (ctx.isExample) return null;
  const bare = variables(ctx.subject.template).filter(
    ({ fallback, name }) => (fallback === null || fallback.trim() === "") && !name.startsWith("sender_"),
  );
  if (bare.length === 0) return passed("No variable can leave a hole in the subject.");
  if (ctx.leads.length === 0)
    return unsure("Whether the subject's variables are filled is not known.", "no leads in the campaign", {
      spans: spansIn("subject", bare),
    });
  const lacking = new Map<string, number>();
  for (const lead of ctx.leads) {
    const values = leadValues(lead, ctx.input.sender, {
      catalogue: ctx.catalogue,
      missing: ctx.settings.missing_words,
    });
    for (const name of new Set(bare.map((use) => use.name)))
      if (values.get(name) === null) lacking.set(name, (lacking.get(name) ?? 0) + 1);
  }
  const holes = bare.filter(({ name }) => lacking.has(name));
  if (holes.length === 0) return passed("Every lead has the subject's values.");
  const edits = holes.flatMap((use) => {
    const fallback = defaultFallback(use.name, "subject");
    return fallback === null ? [] : [edit("subject", ctx.subject.source, use, `%${use.name}|${fallback}%`)];
  });
  const names = [...lacking]
    .map(([name, leads]) => `${name} (${leads} of ${ctx.leads.length} leads lack it)`)
    .join(", ");
  return failed(`The subject has no words for leads without ${names}.`, {
    got: [...lacking.keys()],
    spans: spansIn("subject", holes),
    fix: fixOf("set_fallback", "Give the subject's variables a fallback.", edits.length === holes.length ? edits : []),
  });
}
