import type { TurnState } from "../../state.ts";
import type { BriefNotes, Known } from "../brief/known.ts";
import type { MessageReading } from "../brief/read-message.ts";
import { fitAudience } from "../plan/fit-audience.ts";
import type { TurnPlan } from "./turn-plan.ts";

type Asked = Pick<TurnPlan, "reply" | "question">;

/** The one question a first draft needs, or null when enough is known. */
export function planQuestion(state: TurnState, known: Known, reading: MessageReading, notes: BriefNotes): Asked | null {
  const audience = known.facts.audience[0];
  const product = known.facts.product[0];
  const follow =
    state.node.place > 1 && state.other_emails.some(({ body, place }) => body !== null && place < state.node.place);
  if (product !== undefined && (audience !== undefined || follow)) return null;
  const times = notes.asked.filter((about) => about !== "talk").length;
  const decides = reading.ops.some(({ op }) => op === "decide");
  if (product !== undefined && times > 0 && (decides || notes.asked.includes("audience"))) return null;
  const unread =
    reading.unknown.length > 0 && reading.findings.length === 0
      ? `I could not use “${shorten(reading.unknown.join(" "))}” yet. `
      : "";
  if (product !== undefined)
    return asks(
      unread,
      "Who should get this email? Name the kind of people or companies.",
      "audience",
      positions(state),
    );
  if (audience !== undefined) {
    const { short } = fitAudience(audience.value);
    const pain = known.facts.pain.length > 0 ? "" : ", and which problem of theirs does it solve";
    return asks(
      unread,
      times > 0
        ? `What do you want to offer ${short}? One plain line is enough, such as “we make X that does Y”.`
        : `What do you offer ${short}${pain}?`,
      "product",
      [],
    );
  }
  const opening = reading.ops.some((op) => op.op === "talk" && op.about === "greet") ? "Hello. " : unread;
  const question =
    times > 0
      ? "Tell me in one line who you write to and what you sell them, such as “we sell order software to dental labs”. Then I can draft."
      : "Who should get this email, and what do you offer them?";
  return asks(opening, question, "audience and product", []);
}

function asks(before: string, question: string, about: string, options: readonly string[]): Asked {
  return { reply: before.trim(), question: { question, options, about } };
}

/** Kinds of people the campaign's leads are, as options. */
function positions(state: TurnState): string[] {
  const kinds = state.field_profile.find(({ name }) => name === "position")?.kinds ?? [];
  const plural: Readonly<Record<string, string>> = {
    finance: "Finance leads",
    people: "HR leads",
    marketing: "Marketing leads",
    sales: "Sales leads",
    customer: "Customer service leads",
    data: "Data leads",
    product: "Product leads",
    security: "Security leads",
    engineering: "Engineering leads",
    legal: "Legal teams",
    operations: "Operations leads",
    "general management": "Owners and managing directors",
  };
  return [...new Set(kinds.flatMap(({ kind }) => plural[kind.split(",")[0] ?? ""] ?? []))].slice(0, 4);
}

function shorten(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 88).trimEnd()}…`;
}
