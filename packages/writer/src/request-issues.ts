import { parse, variables, type EmailText } from "@longhand/template";
import type { TurnState } from "./state.ts";
import type { ToolIssue } from "./tools/schemas.ts";

/** What a request and its session ask of every text beyond the checks: locked sentences, the selection, the variables allowed. */
export function requestIssues(email: EmailText, state: TurnState): ToolIssue[] {
  return [...lockedIssues(email, state), ...selectionIssues(email, state), ...allowedIssues(email, state)];
}

function lockedIssues(candidate: EmailText, { session }: TurnState): ToolIssue[] {
  const before = session.draft === null ? "" : `${session.draft.subject}\n${session.draft.body}`;
  const after = `${candidate.subject}\n${candidate.body}`;
  // A sentence the person has taken out themselves is not asked back.
  return (session.brief.locked ?? [])
    .filter((sentence) => before.includes(sentence) && !after.includes(sentence))
    .map((sentence) => ({
      code: "locked",
      path: "body",
      got: sentence,
      hint: "this sentence is kept as it is: put it back, byte for byte",
    }));
}

function selectionIssues(candidate: EmailText, { session, request: { selection } }: TurnState): ToolIssue[] {
  if (selection === undefined) return [];
  const versions = [...session.draft_history, ...(session.draft === null ? [] : [session.draft])];
  const base = versions.findLast(({ revision }) => revision <= selection.revision);
  if (base === undefined) return [];
  const text = base[selection.field];
  const other = selection.field === "body" ? "subject" : "body";
  const head = text.slice(0, selection.from);
  const tail = text.slice(selection.to);
  const result = candidate[selection.field];
  const kept = result.length >= head.length + tail.length && result.startsWith(head) && result.endsWith(tail);
  if (kept && candidate[other] === base[other]) return [];
  return [
    {
      code: "outside_selection",
      path: kept ? other : selection.field,
      got: text.slice(selection.from, selection.to),
      hint: "change only the selected words; everything else must stay byte for byte",
    },
  ];
}

/** Variables that the caller of this request did not allow; sender values are the same for every lead and always allowed. */
export function allowedIssues(
  { subject, body }: { readonly subject: string; readonly body: string },
  { available_variables }: TurnState,
): ToolIssue[] {
  if (available_variables === null) return [];
  const allowed = new Set(available_variables);
  const used = new Set([...variables(parse(subject)), ...variables(parse(body))].map(({ name }) => name));
  return [...used]
    .filter((name) => !allowed.has(name) && !name.startsWith("sender_"))
    .map((name) => ({
      code: "V01",
      path: "body",
      got: `%${name}%`,
      hint: `this request allows only: ${available_variables.map((one) => `%${one}%`).join(", ") || "no variables"}`,
    }));
}
