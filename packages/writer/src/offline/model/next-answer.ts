import type { ModelTask } from "../../model-task.ts";
import type { Json, TurnState } from "../../state.ts";
import { notesOf } from "../brief/fold-brief.ts";
import { draftInput } from "./draft-input.ts";
import { fixTree } from "./fix-tree.ts";
import type { OfflineAnswer } from "./offline-answer.ts";
import { planTurn } from "./plan-turn.ts";
import { previewReply } from "./preview-reply.ts";
import { readCarried, readProgress, readSentTree } from "./read-progress.ts";
import type { DoneCall } from "./read-progress.ts";
import type { Carried, DraftPlan, TurnPlan } from "./turn-plan.ts";

type TurnTask = Extract<ModelTask, { purpose: "turn" }>;

/** Refused drafts are mended and sent again this many times. */
const mostTries = 3;

/** The next answer of a turn: a pure function of the state and of what the turn has done so far. */
export function nextAnswer({ state, transcript }: TurnTask): OfflineAnswer {
  const calls = readProgress(transcript);
  return calls.length === 0 ? firstAnswer(state, planTurn(state)) : laterAnswer(state, calls);
}

function firstAnswer(state: TurnState, plan: TurnPlan): OfflineAnswer {
  const carried: Carried = {
    revision: state.session.revision,
    reply: plan.reply,
    question: plan.question,
    draft: plan.draft,
  };
  const brief = plan.brief ?? (plan.skeleton === null ? null : {});
  if (brief !== null) {
    const turn = JSON.parse(JSON.stringify(carried)) as Json;
    const notes = {
      ...(JSON.parse(JSON.stringify(brief.notes ?? notesOf(state.session.brief))) as Record<string, Json>),
      turn,
    };
    const skeleton =
      plan.skeleton === null
        ? []
        : [
            {
              name: "update_skeleton",
              input: toJson({ base_version: state.session.skeleton?.framework_version ?? 0, skeleton: plan.skeleton }),
            },
          ];
    return { text: "", calls: [{ name: "set_brief", input: toJson({ ...brief, notes }) }, ...skeleton] };
  }
  if (plan.draft !== null) return sendDraft(state, plan.draft, carried, state.session.revision, order(state));
  if (plan.preview) return { text: "", calls: [{ name: "preview_leads", input: { n: 3 } }] };
  return plan.question === null ? { text: plan.reply, calls: [] } : ask(plan.reply, plan.question);
}

function laterAnswer(state: TurnState, calls: readonly DoneCall[]): OfflineAnswer {
  const carried = readCarried(calls);
  const preview = calls.find(({ name }) => name === "preview_leads");
  if (preview !== undefined) return { text: previewReply(preview.result), calls: [] };
  if (carried === undefined)
    return { text: "I lost track of this change and stored nothing. Please say it once more.", calls: [] };
  const drafts = calls.filter(({ name }) => name === "update_draft");
  const revision = calls.findLast((call) => call.ok && call.revision !== undefined)?.revision ?? carried.revision;
  const last = drafts.at(-1);
  if (carried.draft !== null && last === undefined)
    return sendDraft(state, carried.draft, carried, revision, plannedOrder(calls, state));
  if (last !== undefined && !last.ok) return retry(state, carried, drafts, revision, calls);
  const proposed = calls.some(({ proposal }) => proposal);
  const reply = proposed
    ? `${carried.reply}\n\nYou edited the text while I worked, so nothing of yours was overwritten: my changes wait for your review as a proposal.`
    : withRepairs(carried.reply, drafts);
  return carried.question === null ? { text: reply, calls: [] } : ask(reply, carried.question);
}

function retry(
  state: TurnState,
  carried: Carried,
  drafts: readonly DoneCall[],
  revision: number,
  calls: readonly DoneCall[],
): OfflineAnswer {
  const last = drafts.at(-1);
  const tree = last === undefined ? undefined : readSentTree(last);
  const issues = last?.issues ?? [];
  if (issues.some(({ code }) => code === "no_change"))
    return carried.question === null
      ? { text: "The draft already reads that way, so nothing changed.", calls: [] }
      : ask("", carried.question);
  if (tree === undefined || drafts.length >= mostTries)
    return {
      text: `I did not store a new version. What stood in the way:\n${issues
        .slice(0, 4)
        .map(({ hint }) => `- ${hint}`)
        .join("\n")}\n\nTell me how to put it, and I will try again.`,
      calls: [],
    };
  const blocks = issues.some(({ code }) => code === "unknown_block" || code === "no_blocks");
  const mended = blocks ? tree : fixTree(tree, issues, state);
  const plan: DraftPlan = { ...carried.draft, tree: mended };
  return sendDraft(state, plan, carried, revision, plannedOrder(calls, state), blocks);
}

function sendDraft(
  state: TurnState,
  draft: DraftPlan,
  carried: Carried,
  revision: number,
  blocks: readonly string[],
  whole = false,
): OfflineAnswer {
  return {
    text: "",
    calls: [
      { name: "update_draft", input: toJson(draftInput(draft, state, { revision, carried, order: blocks, whole })) },
    ],
  };
}

function ask(text: string, question: NonNullable<TurnPlan["question"]>): OfflineAnswer {
  return { text, calls: [{ name: "ask_user", input: toJson(question) }] };
}

function order(state: TurnState): readonly string[] {
  return state.session.skeleton?.skeleton.blocks.map(({ id }) => id) ?? [];
}

/** Block ids of the plan that this turn has just made, if it was accepted. */
function plannedOrder(calls: readonly DoneCall[], state: TurnState): readonly string[] {
  const made = calls.findLast(({ name, ok, proposal }) => name === "update_skeleton" && ok && !proposal);
  const input = made?.input;
  if (input !== null && typeof input === "object" && !Array.isArray(input) && input !== undefined) {
    const skeleton = input["skeleton"];
    if (
      skeleton !== null &&
      typeof skeleton === "object" &&
      !Array.isArray(skeleton) &&
      skeleton !== undefined &&
      Array.isArray(skeleton["blocks"])
    )
      return skeleton["blocks"].flatMap((block) =>
        block !== null && typeof block === "object" && !Array.isArray(block) && typeof block["id"] === "string"
          ? [block["id"]]
          : [],
      );
  }
  return order(state);
}

function withRepairs(reply: string, drafts: readonly DoneCall[]): string {
  const hints = [...new Set(drafts.slice(0, -1).flatMap(({ issues }) => issues.map(({ code }) => code)))];
  return hints.length === 0
    ? reply
    : `${reply}\n\nA check (${hints.join(", ")}) did not accept the first wording, so I changed or left out what it named.`;
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
