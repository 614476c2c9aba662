import { escapePercent, renderEmail, type Lead, type RenderedEmail } from "@longhand/template";
import { check, gateFailures } from "@longhand/template/checks";
import { factEvidence, factNames } from "../evidence.ts";
import { emailKind } from "../gate.ts";
import type { ExamplesState, WrittenExample } from "../ports.ts";
import { isWritable } from "./example-task.ts";
import { citedClaims, groundExample } from "./ground-example.ts";
import { draftEvidence, leadEvidence, leadTexts, senderTexts } from "./lead-evidence.ts";
import type { SlotPlan } from "./plan-slots.ts";
import { wordsOfSlot, type SlotText } from "./slot-text.ts";

/** Put one lead's email together, with the evidence of everything specific it says. */
export function composeExample(
  key: string,
  lead: Lead,
  plan: SlotPlan,
  written: readonly SlotText[],
  state: ExamplesState,
): WrittenExample {
  const template = fill(plan, written);
  const rendered = renderEmail({ subject: plan.email.subject, body: template }, lead, state.sender);
  if (!rendered.ok) return failed(key, [unfilled(rendered)]);
  const evidence = [...leadEvidence(key, lead), ...factEvidence(state.facts), ...draftEvidence(state)];
  const email = { subject: rendered.subject.text, body: rendered.body.text };
  const lexicon = { names: [...senderTexts(state), ...factNames(state.facts)], lead_values: leadTexts(lead) };
  const cited = citedClaims(email.body, written);
  const grounded = (["subject", "body"] as const).flatMap((part) =>
    groundExample(email[part], part, rendered[part], part === "body" ? cited : [], evidence, lexicon),
  );
  const report = check({
    ...email,
    form: "example",
    kind: emailKind(state.place, state.emails),
    leads: [lead],
    sender: state.sender,
    claims: grounded.map(({ claim }) => claim),
    evidence,
    lexicon,
  });
  // What the draft itself says was judged when it was stored; here only what this lead's values and sentences brought in.
  const issues = gateFailures(report).filter(({ id }) => leadChecks.has(id));
  const notes = plan.slots
    .filter(({ block }) => !written.some(({ block_id }) => block_id === block.id))
    .map(({ block }) => ({
      code: "fallback_used",
      message: isWritable(block, lead)
        ? `No sentence of its own passed for “${block.name}”: its fallback stands there.`
        : `Nothing usable is known for “${block.name}”: its fallback stands there.`,
    }));
  if (issues.length > 0)
    return failed(
      key,
      issues.map(({ id, message }) => ({ code: id, message })),
    );
  return { key, status: "written", ...email, issues: notes, evidence: grounded };
}

const leadChecks = new Set(["V04", "V11", "V16", "P03"]);

/** A lead that cannot be written for; the others go on. */
function failed(key: string, issues: WrittenExample["issues"]): WrittenExample {
  return { key, status: "failed", subject: null, body: null, issues, evidence: [] };
}

function unfilled({ missing, unknown }: Pick<RenderedEmail, "missing" | "unknown">): WrittenExample["issues"][number] {
  const names = [...missing, ...unknown].map((name) => `%${name}%`).join(", ");
  if (unknown.length > 0) return { code: "V01", message: `${names} is no variable of this campaign.` };
  if (missing.every((name) => name.startsWith("sender_")))
    return { code: "V15", message: `${names} has no value in the sender profile, and no fallback.` };
  return { code: "V02", message: `${names} has no value for this lead, and no fallback.` };
}

function fill({ email, slots }: SlotPlan, written: readonly SlotText[]): string {
  return slots.toReversed().reduce((body, { block, from, to }) => {
    const own = written.find(({ block_id }) => block_id === block.id);
    return own === undefined ? body : body.slice(0, from) + escapePercent(wordsOfSlot(own)) + body.slice(to);
  }, email.body);
}
