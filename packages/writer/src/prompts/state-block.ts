import { diff } from "@longhand/template";
import { currentBlocks } from "../current-blocks.ts";
import { toPieces } from "../tools/draft-pieces.ts";
import { briefAnswers, briefLists } from "../tools/set-brief.ts";
import type { Brief, TurnState } from "../state.ts";

/** The state of the work right now: the only part of a turn's prompt that changes from step to step. */
export function stateText(state: TurnState): string {
  const { session, node } = state;
  return [
    "<state>",
    `revision: ${session.revision}`,
    ...(node.purpose === null ? [] : [`purpose of this email: ${node.purpose}`]),
    ...briefLines(session.brief),
    ...skeletonLines(state),
    ...draftLines(state),
    ...fieldLines(state),
    "</state>",
  ].join("\n");
}

function briefLines(brief: Brief): string[] {
  const lines = briefAnswers.flatMap((name) => {
    const answer = brief[name];
    return answer === undefined
      ? []
      : [`- ${name}: ${answer.value}${answer.source === "inferred" ? " (inferred)" : ""}`];
  });
  const lists = briefLists.flatMap((name) => {
    const list = brief[name] ?? [];
    return list.length === 0 ? [] : [`- ${name}: ${JSON.stringify(list)}`];
  });
  return ["brief:", ...(lines.length + lists.length === 0 ? ["- nothing yet"] : [...lines, ...lists])];
}

function skeletonLines({ session: { skeleton } }: TurnState): string[] {
  if (skeleton === null) return ["skeleton: none (base_version 0)"];
  const { subject, body, blocks } = skeleton.skeleton;
  return [`skeleton, base_version ${skeleton.framework_version}:`, JSON.stringify({ subject, body, blocks }, null, 1)];
}

function draftLines(state: TurnState): string[] {
  const { draft, draft_history } = state.session;
  if (draft === null) return ["draft: none; an update starts from an empty one"];
  const lines = [
    `draft ${draft.number}, by ${draft.author === "person" ? "the person" : "you"}:`,
    `subject: ${draft.subject}`,
    ...bodyLines(state),
  ];
  const before = draft_history.at(-1);
  if (draft.author === "person" && before !== undefined) {
    const changes = [...diff(before.subject, draft.subject), ...diff(before.body, draft.body)];
    lines.push(
      "the person changed since your last version:",
      ...changes.map((hunk) => `- ${JSON.stringify(hunk.before)} became ${JSON.stringify(hunk.after)}`),
    );
  }
  return lines;
}

function bodyLines({ session }: TurnState): string[] {
  const body = session.draft?.body ?? "";
  const spans = currentBlocks(session);
  if (spans === null || spans.length === 0) return ["body, of no known blocks (an update gives it whole):", body];
  return [
    "body by block (the marks are not part of it):",
    ...toPieces(body, spans).map(({ block_id, text }) => `[${block_id ?? "no block"}] ${text}`),
  ];
}

function fieldLines({ field_profile, available_variables, lead_count }: TurnState): string[] {
  const allowed = available_variables === null ? null : new Set(available_variables);
  const fields = field_profile.filter(({ name }) => allowed === null || allowed.has(name));
  const known = new Set(fields.map(({ name }) => name));
  const bare = (available_variables ?? []).filter((name) => !known.has(name)).map((name) => `- %${name}%`);
  return [
    `variables (${lead_count} leads):`,
    ...fields.map(({ name, fill_rate, type, length, kinds }) => {
      const size = length === null ? "" : `, ${length.min}–${length.max} characters`;
      const kind =
        kinds.length === 0
          ? ""
          : `, mostly ${kinds
              .slice(0, 3)
              .map((one) => `${one.kind} ${Math.round(one.share * 100)} %`)
              .join(", ")}`;
      return `- %${name}%: ${Math.round(fill_rate * 100)} % filled, ${type}${size}${kind}`;
    }),
    ...bare,
  ];
}
