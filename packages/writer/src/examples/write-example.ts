import { askModel, type Asked, type AskOptions } from "../ask-model.ts";
import { factEvidence, factNames } from "../evidence.ts";
import { ModelCallError } from "../model-call-error.ts";
import type { ExampleTask } from "../model-task.ts";
import type { ExampleLead, ExamplesScope, ExamplesState, StoredAnswer, WrittenExample } from "../ports.ts";
import { exampleAnswerSchema, examplePrompt } from "../prompts/example-prompt.ts";
import { requestHash } from "../request-hash.ts";
import { composeExample } from "./compose-example.ts";
import { exampleTask, isWritable, presentFields } from "./example-task.ts";
import { leadEvidence, leadTexts, senderTexts } from "./lead-evidence.ts";
import type { SlotPlan } from "./plan-slots.ts";
import { readAnswer } from "./read-answer.ts";
import type { SlotText } from "./slot-text.ts";
import { validateSentences, type SlotRules } from "./validate-sentences.ts";

/** Tokens of one lead's sentences: twelve slots of three sentences are below 1,500; the rest is for models that think first. */
const maxOutputTokens = 6_000;
/** The first answer, and one repair. */
const tries = 2;

/** What writing for one lead needs. */
export interface WriteExample {
  readonly lead: ExampleLead;
  /** Values of all leads of the run: one that is not this lead's own may not appear. */
  readonly values: readonly string[];
  readonly state: ExamplesState;
  readonly plan: SlotPlan;
}

/** Write for one lead: one quarantined call for its slots, validated, at most one repair; what fails gets the block's fallback. */
export async function writeExample(
  scope: ExamplesScope,
  { lead, values, state, plan }: WriteExample,
  options: AskOptions,
): Promise<{ example: WrittenExample; link: string | null }> {
  let open = plan.slots.filter(({ block }) => isWritable(block, lead.lead));
  const written: SlotText[] = [];
  let issues: string[] = [];
  let link: string | null = null;
  for (let attempt = 0; attempt < tries && open.length > 0; attempt += 1) {
    const task = exampleTask(lead.key, lead.lead, open, state, plan.email);
    const rules = slotRules(lead, values, task, state);
    const prompt = examplePrompt(task, issues);
    const asked: Asked | null = await askModel(
      scope,
      {
        hash: requestHash({ key: lead.key, prompt }),
        task: { purpose: "example", example: task },
        prompt: () => prompt,
        settings: { maxOutputTokens, responseFormat: { type: "json", name: "sentences", schema: exampleAnswerSchema } },
      },
      { ...options, link: link ?? options.link },
    ).catch(unlessRejected);
    if (asked === null) break;
    const answer: StoredAnswer = asked.answer;
    link = answer.model;
    const given = readAnswer(answer.text);
    issues = given === null ? ["it was not the JSON asked for"] : [];
    const retry = new Set<string>();
    for (const { block_id, sentences } of given?.slots ?? []) {
      const isOpen =
        open.some(({ block }) => block.id === block_id) && !written.some((one) => one.block_id === block_id);
      if (sentences.length === 0 || !isOpen) continue;
      const problems = validateSentences(sentences, rules);
      if (problems.length === 0)
        written.push({
          block_id,
          sentences: sentences.map(({ text, evidence_ids }) => ({ text: text.trim(), evidence_ids })),
        });
      else retry.add(block_id);
      issues.push(...problems);
    }
    // A slot that was left out on purpose gets its fallback; only a faulty one is asked for again.
    open = given === null ? open : open.filter(({ block }) => retry.has(block.id));
  }
  return { example: composeExample(lead.key, lead.lead, plan, written, state), link };
}

/** A provider that will not take one lead's material costs that lead its sentence, not the run. */
function unlessRejected(error: unknown): null {
  if (error instanceof ModelCallError && error.code === "request_rejected") return null;
  throw error;
}

function slotRules(
  { key, lead }: ExampleLead,
  values: readonly string[],
  task: ExampleTask,
  state: ExamplesState,
): SlotRules {
  const allowed = new Set(
    presentFields(
      lead,
      task.evidence.flatMap(({ field }) => (field === undefined ? [] : [field])),
    ).map(({ field }) => field),
  );
  const own = leadTexts(lead);
  const material = [
    ...own.map(({ value }) => value),
    ...task.evidence.map(({ text }) => text),
    task.around,
    ...task.slots.flatMap(({ fallback, strategy, approach, prompt }) => [fallback, strategy, approach, prompt]),
  ].join("\n");
  return {
    task,
    evidence: [
      ...leadEvidence(key, lead).filter((one) => one.kind === "lead_field" && allowed.has(one.field)),
      ...factEvidence(state.facts),
    ],
    names: [...senderTexts(state), ...factNames(state.facts)],
    leadValues: own,
    runValues: values,
    material,
    banned: [...state.banned_phrases, ...(state.brief.banned ?? [])],
  };
}

/** Values shorter than this are too common to tell another lead by. */
const tellingLength = 4;

/** The values by which a run's leads can be told apart, each once. */
export function tellingValues(leads: readonly ExampleLead[]): string[] {
  const values = new Set(leads.flatMap(({ lead }) => leadTexts(lead).map(({ value }) => value)));
  return [...values].filter((value) => value.length >= tellingLength && /\p{L}/u.test(value));
}
