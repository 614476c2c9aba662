import { fieldProfile } from "@longhand/template";
import type { Lead } from "@longhand/template";
import type { TranscriptEntry, ToolEffect } from "../../ports.ts";
import type {
  Brief,
  DialogueMessage,
  DraftState,
  Fact,
  Json,
  OtherEmail,
  SkeletonState,
  TurnState,
} from "../../state.ts";
import { findTool } from "../../tools/all-tools.ts";
import { nextAnswer } from "../model/next-answer.ts";

/** What a conversation starts with. */
export interface Opening {
  readonly leads?: readonly Lead[];
  readonly facts?: readonly Fact[];
  readonly place?: number;
  readonly emails?: number;
  readonly days?: number;
  readonly purpose?: string | null;
  readonly sender?: TurnState["campaign"]["sender"];
  readonly signature?: string | null;
  readonly others?: readonly OtherEmail[];
  readonly banned?: readonly string[];
  readonly node?: string;
  /** Names the caller allows; absent: all. */
  readonly variables?: readonly string[];
}

/** What one turn came to. */
export interface TurnResult {
  readonly reply: string;
  readonly question: string | null;
  readonly options: readonly string[];
  readonly tools: readonly string[];
  /** Codes of refused updates on the way. */
  readonly refused: readonly string[];
  readonly draft: DraftState | null;
}

/** Leads with gaps, as campaigns have them. */
export const someLeads: readonly Lead[] = [
  {
    id: "11111111-1111-4111-8111-111111111111",
    email: "a@kite.example",
    first_name: "Anna",
    last_name: "Kowal",
    company: "Kite & Co",
    position: "CFO",
    custom_fields: { team_size: 40 },
  },
  {
    id: "22222222-2222-4222-8222-222222222222",
    email: "b@orchard.example",
    first_name: "Ben",
    company: "Orchard",
    position: "Head of Operations",
    custom_fields: { team_size: 12 },
  },
  { id: "33333333-3333-4333-8333-333333333333", email: "c@harbor.example", company: "Harbor Freight Lines" },
];

/** A session in memory: the real tools and gate, no database. Each turn runs the model until it answers. */
export class Conversation {
  state: TurnState;
  readonly leads: readonly Lead[];
  private turns = 0;

  constructor(opening: Opening = {}) {
    this.leads = opening.leads ?? someLeads;
    const profile = fieldProfile(this.leads);
    this.state = {
      campaign: {
        name: "Spring",
        signature: opening.signature ?? null,
        sender: opening.sender ?? { first_name: "Sam", last_name: "Reed", company: "Acme", email: "sam@acme.example" },
      },
      node: {
        id: opening.node ?? "node-1",
        type: "email",
        purpose: opening.purpose ?? null,
        place: opening.place ?? 1,
        emails: opening.emails ?? 3,
        days_since_previous: opening.days ?? 0,
      },
      facts: opening.facts ?? [],
      banned_phrases: opening.banned ?? [],
      required_phrases: [],
      other_emails: opening.others ?? [],
      lead_count: this.leads.length,
      field_profile: profile,
      available_variables: opening.variables ?? null,
      session: {
        id: "session-1",
        revision: 1,
        brief: {},
        skeleton: null,
        skeleton_history: [],
        draft: null,
        draft_history: [],
        dialogue: [],
      },
      request: { message_id: "m0", message: "" },
    };
  }

  /** Say something; answers when the model has ended its turn. */
  async say(
    message: string,
    selection?: { from: number; to: number; field?: "subject" | "body" },
  ): Promise<TurnResult> {
    this.turns += 1;
    const request = {
      message_id: `m${this.turns}`,
      message,
      ...(selection === undefined
        ? {}
        : {
            selection: {
              field: selection.field ?? ("body" as const),
              from: selection.from,
              to: selection.to,
              revision: this.state.session.revision,
            },
          }),
    };
    this.state = { ...this.state, request };
    const transcript: TranscriptEntry[] = [];
    const tools: string[] = [];
    const refused: string[] = [];
    for (let call = 1; call <= 8; call++) {
      const answer = nextAnswer({ purpose: "turn", state: this.state, transcript });
      const calls = answer.calls.map(({ name, input }, index) => ({ id: `c${call}-${index}`, name, input }));
      transcript.push({
        kind: "answer",
        step: `llm-${call}`,
        answer: { model: "offline", text: answer.text, tool_calls: calls, finish_reason: "stop", messages: null },
      });
      if (calls.length === 0) return this.end(message, answer.text, null, [], tools, refused);
      for (const { id, name, input } of calls) {
        tools.push(name);
        const effect = await findTool(name)?.run(input, {
          state: this.state,
          leads: async () => this.leads,
          refusedBefore: false,
        });
        if (effect === undefined) throw new Error(`no tool ${name}`);
        const result = this.apply(effect);
        for (const code of codesOf(result)) refused.push(code);
        transcript.push({ kind: "tool", step: `tool-${call}`, call_id: id, result });
        if (name === "ask_user" && isRecord(result) && result["ok"] === true) {
          const question = String(result["question"]);
          const options = Array.isArray(result["options"]) ? result["options"].map(String) : [];
          return this.end(
            message,
            [answer.text, question].filter((text) => text !== "").join("\n\n"),
            { question, options, about: String(result["about"]) },
            options,
            tools,
            refused,
          );
        }
      }
    }
    throw new Error("the turn did not end in eight calls");
  }

  /** The person edits the draft by hand. */
  edit(body: string, subject?: string): void {
    const { session } = this.state;
    if (session.draft === null) throw new Error("nothing to edit");
    this.store({
      ...session.draft,
      number: session.draft.number + 1,
      revision: session.revision + 1,
      body,
      subject: subject ?? session.draft.subject,
      author: "person",
      block_spans: null,
      notes: null,
      claims: [],
    });
  }

  get body(): string {
    return this.state.session.draft?.body ?? "";
  }

  get subject(): string {
    return this.state.session.draft?.subject ?? "";
  }

  private end(
    message: string,
    reply: string,
    question: DialogueMessage["question"] | null,
    options: readonly string[],
    tools: readonly string[],
    refused: readonly string[],
  ): TurnResult {
    const said: DialogueMessage[] = [
      { id: this.state.request.message_id, role: "user", content: message },
      {
        id: `a${this.turns}`,
        role: "assistant",
        content: reply,
        ...(question === null || question === undefined ? {} : { question }),
      },
    ];
    this.patch({ dialogue: [...this.state.session.dialogue, ...said] });
    return { reply, question: question?.question ?? null, options, tools, refused, draft: this.state.session.draft };
  }

  private apply(effect: ToolEffect): Json {
    const { session } = this.state;
    if (effect.kind === "brief") this.patch({ brief: effect.brief as Brief });
    if (effect.kind === "skeleton") {
      const next: SkeletonState = {
        framework_version: (session.skeleton?.framework_version ?? 0) + 1,
        skeleton: effect.skeleton,
        author: "ai",
      };
      this.patch({
        skeleton: next,
        skeleton_history: session.skeleton === null ? [] : [...session.skeleton_history, session.skeleton],
        revision: session.revision + 1,
      });
      return { ...effect.result, framework_version: next.framework_version, revision: session.revision + 1 };
    }
    if (effect.kind === "draft") {
      if (effect.base_revision !== session.revision)
        throw new Error(`stale base ${effect.base_revision} for ${session.revision}`);
      this.store({
        number: (session.draft?.number ?? 0) + 1,
        revision: session.revision + 1,
        subject: effect.subject,
        body: effect.body,
        framework_version: session.skeleton?.framework_version ?? null,
        author: "ai",
        block_spans: effect.block_spans,
        notes: effect.notes,
        claims: effect.claims,
      });
      return { ...effect.result, revision: session.revision + 1, version: this.state.session.draft?.number ?? 0 };
    }
    return effect.result;
  }

  private store(draft: DraftState): void {
    const { session } = this.state;
    this.patch({
      draft,
      draft_history: session.draft === null ? [] : [...session.draft_history, session.draft],
      revision: session.revision + 1,
    });
  }

  private patch(change: Partial<TurnState["session"]>): void {
    this.state = { ...this.state, session: { ...this.state.session, ...change } };
  }
}

function isRecord(value: Json): value is { [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function codesOf(result: Json): string[] {
  if (!isRecord(result) || !Array.isArray(result["issues"])) return [];
  return result["issues"].flatMap((issue) => (isRecord(issue) ? [String(issue["code"])] : []));
}
