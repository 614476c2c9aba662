import { parse, variables } from "@longhand/template";
import { z } from "zod";
import type { TranscriptEntry, TurnEnd, TurnScope } from "./ports.ts";
import { plainText } from "./plain-text.ts";
import { sessionTitle } from "./session-title.ts";
import type { TurnState } from "./state.ts";
import type { StopRule } from "./stop-rules.ts";
import { findAnswerOf } from "./transcript.ts";

/** How the loop ended. */
export interface LoopEnd {
  readonly rule: StopRule;
  /** Number of model calls. */
  readonly calls: number;
  /** The link of each call. */
  readonly links: readonly string[];
  /** The chain's first link. */
  readonly preferred: string | null;
}

const Finished = z.object({ ok: z.literal(true), summary: z.string() });
const Question = z.object({ ok: z.literal(true), question: z.string(), options: z.array(z.string()), about: z.string() });
const Changed = z.object({ ok: z.literal(true), revision: z.number().optional(), proposal_id: z.string().optional(), framework_version: z.number().optional() });
const Refused = z.object({ ok: z.literal(false), issues: z.array(z.object({ code: z.string(), hint: z.string() })) });
const Facts = z.object({ ok: z.literal(true), facts: z.array(z.object({ title: z.string().nullable(), text: z.string() })) });
const Warned = z.object({ warnings: z.array(z.object({ code: z.string() })) });

/** Write the turn's last message and settle it. The message is never empty, and never raw data. */
export async function endStep(scope: TurnScope, loop: LoopEnd): Promise<{ rule: StopRule }> {
  const state = await scope.loadTurn();
  await scope.endTurn(turnEnd(state, await scope.transcript(), loop));
  return { rule: loop.rule };
}

function turnEnd(state: TurnState, transcript: readonly TranscriptEntry[], loop: LoopEnd): TurnEnd {
  const results = transcript.flatMap((entry) => (entry.kind === "tool" ? [entry.result] : []));
  const question = results.flatMap((result) => Question.safeParse(result).data ?? []).at(-1);
  const said = plainText(findAnswerOf(transcript, loop.calls)?.text ?? "");
  const asked = loop.rule === "ask_user" ? question : undefined;
  const summary = results.flatMap((result) => Finished.safeParse(result).data?.summary ?? []).at(-1);
  const words = asked !== undefined ? questionText(said, asked) : loop.rule === "finish" ? plainText(summary ?? "") || said : loop.rule === "answered" ? said : "";
  const link = loop.links.at(-1) ?? "";
  const text = words === "" ? receipt(results, loop.rule) : words;
  return {
    text: loop.preferred === null || link === loop.preferred || link === "" ? text : `${text}\n\n(${loop.preferred} did not answer; ${link} wrote this.)`,
    rule: loop.rule,
    ...(asked === undefined ? {} : { question: { question: asked.question, options: asked.options, about: asked.about } }),
    used: usedBy(state, results),
    model: link,
    title: sessionTitle(state),
  };
}

function questionText(said: string, { question, options }: z.infer<typeof Question>): string {
  const shown = options.filter((option) => !question.includes(option));
  const choices = shown.length === 0 ? "" : `\n${shown.map((option) => `- ${option}`).join("\n")}`;
  const before = said === "" || question.includes(said) ? "" : said.includes(question) ? said.replace(question, "").trim() : said;
  return `${before === "" ? "" : `${before}\n\n`}${question}${choices}`;
}

/** What happened, in plain words, when the model left none. */
function receipt(results: readonly unknown[], rule: StopRule): string {
  const changed = results.flatMap((result) => Changed.safeParse(result).data ?? []);
  const drafted = changed.some((one) => isChange(one) && one.framework_version === undefined);
  const planned = changed.some(isChange);
  const last = results.findLastIndex((result) => isChange(Changed.safeParse(result).data));
  const open = results.slice(last + 1).flatMap((result) => Refused.safeParse(result).data ?? []).findLast(({ issues }) => issues.length > 0)?.issues ?? [];
  const done = drafted ? "I changed the draft." : planned ? "I planned the email, but the draft itself is not written yet." : "Nothing was changed.";
  const why = reasons[rule];
  const rest = rule === "finish" || rule === "answered" || rule === "ask_user" || open.length === 0 ? "" : `\n\nStill open:\n${open.slice(0, 5).map(({ hint }) => `- ${hint}`).join("\n")}`;
  return [done, why].filter(Boolean).join(" ") + rest + (drafted || rule === "refused" ? "" : "\n\nTell me in other words what you would like, and I will try again.");
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

function usedBy({ session, facts }: TurnState, results: readonly unknown[]): TurnEnd["used"] {
  const cited = new Set(session.draft?.claims.flatMap(({ evidence_ids }) => evidence_ids));
  const fromClaims = facts.filter(({ id }) => cited.has(`fact:${id}`));
  const read = results.flatMap((result) => Facts.safeParse(result).data?.facts ?? []);
  const names = session.draft === null ? [] : [...variables(parse(session.draft.subject)), ...variables(parse(session.draft.body))].map(({ name }) => name);
  const codes = results.flatMap((result) => [...(Refused.safeParse(result).data?.issues ?? []), ...(Warned.safeParse(result).data?.warnings ?? [])]).map(({ code }) => code);
  return {
    facts: unique([...fromClaims, ...read].map(({ title, text }) => title ?? shorten(text))),
    fields: unique(names),
    checks: unique(codes.filter((code) => /^[A-Z]\d\d$/.test(code))),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`;
}
