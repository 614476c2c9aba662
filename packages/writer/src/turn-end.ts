import { parse, variables } from "@longhand/template";
import { z } from "zod";
import type { TranscriptEntry, TurnEnd } from "./ports.ts";
import { plainText } from "./plain-text.ts";
import { receipt, Refused } from "./receipt.ts";
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
const Question = z.object({
  ok: z.literal(true),
  question: z.string(),
  options: z.array(z.string()),
  about: z.string(),
});
const Facts = z.object({
  ok: z.literal(true),
  facts: z.array(z.object({ title: z.string().nullable(), text: z.string() })),
});
const Warned = z.object({ warnings: z.array(z.object({ code: z.string() })) });

/** The turn's last message and what goes with it. */
export function turnEnd(state: TurnState, transcript: readonly TranscriptEntry[], loop: LoopEnd): TurnEnd {
  const results = transcript.flatMap((entry) => (entry.kind === "tool" ? [entry.result] : []));
  const question = results.flatMap((result) => Question.safeParse(result).data ?? []).at(-1);
  const said = plainText(findAnswerOf(transcript, loop.calls)?.text ?? "");
  const asked = loop.rule === "ask_user" ? question : undefined;
  const summary = results.flatMap((result) => Finished.safeParse(result).data?.summary ?? []).at(-1);
  const words =
    asked !== undefined
      ? questionText(said, asked)
      : loop.rule === "finish"
        ? plainText(summary ?? "") || said
        : loop.rule === "answered"
          ? said
          : "";
  const link = loop.links.at(-1) ?? "";
  const text = words === "" ? receipt(results, loop.rule) : words;
  return {
    text:
      loop.preferred === null || link === loop.preferred || link === ""
        ? text
        : `${text}\n\n(${loop.preferred} did not answer; ${link} wrote this.)`,
    rule: loop.rule,
    ...(asked === undefined
      ? {}
      : { question: { question: asked.question, options: asked.options, about: asked.about } }),
    used: usedBy(state, results),
    model: link,
    title: sessionTitle(state),
  };
}

function questionText(said: string, { question, options }: z.infer<typeof Question>): string {
  const shown = options.filter((option) => !question.includes(option));
  const choices = shown.length === 0 ? "" : `\n${shown.map((option) => `- ${option}`).join("\n")}`;
  const before =
    said === "" || question.includes(said) ? "" : said.includes(question) ? said.replace(question, "").trim() : said;
  return `${before === "" ? "" : `${before}\n\n`}${question}${choices}`;
}

function usedBy({ session, facts }: TurnState, results: readonly unknown[]): TurnEnd["used"] {
  const cited = new Set(session.draft?.claims.flatMap(({ evidence_ids }) => evidence_ids));
  const fromClaims = facts.filter(({ id }) => cited.has(`fact:${id}`));
  const read = results.flatMap((result) => Facts.safeParse(result).data?.facts ?? []);
  const names =
    session.draft === null
      ? []
      : [...variables(parse(session.draft.subject)), ...variables(parse(session.draft.body))].map(({ name }) => name);
  const codes = results
    .flatMap((result) => [
      ...(Refused.safeParse(result).data?.issues ?? []),
      ...(Warned.safeParse(result).data?.warnings ?? []),
    ])
    .map(({ code }) => code);
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
