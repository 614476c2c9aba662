import { fieldProfile, type Lead } from "@longhand/template";
import type { Fact, Skeleton, TurnState } from "../state.ts";

/** Three leads with a gap each. */
export const givenLeads: readonly Lead[] = [
  {
    id: "11111111-1111-4111-8111-111111111111",
    email: "anna@kite.example",
    first_name: "Anna",
    last_name: "Kowal",
    company: "Kite & Co",
    position: "CFO",
    headline: "Finance lead for growing teams",
  },
  {
    id: "22222222-2222-4222-8222-222222222222",
    email: "ben@orchard.example",
    first_name: "Ben",
    last_name: "Ilves",
    company: "Orchard",
    position: "Head of Finance",
  },
  {
    id: "33333333-3333-4333-8333-333333333333",
    email: "cleo@harbor.example",
    first_name: "Cleo",
    company: "Harbor Freight Lines",
  },
];

/** Two facts to cite. */
export const givenFacts: readonly Fact[] = [
  {
    id: "f1",
    kind: "product",
    title: "Product",
    text: "Ledgerly closes the books for finance teams without spreadsheets.",
  },
  {
    id: "f2",
    kind: "proof",
    title: "Northwind",
    text: "Northwind cut its month-end close from 9 days to 4 days with Ledgerly.",
  },
];

/** A plan of four blocks, one of them written per lead. */
export const givenSkeleton: Skeleton = {
  subject: "Month-end at %company%",
  body: "Hi %first_name|there%,\n\n&&opener: one line on what their role does at month-end&&\n\nLedgerly closes the books without spreadsheets.\n\nWorth a short call?",
  blocks: [
    {
      id: "greeting",
      role: "greeting",
      name: "Greeting",
      strategy: "Greet by name.",
      personalization: { fields: ["first_name"], approach: "", fallback: "" },
    },
    {
      id: "opener",
      role: "opener",
      name: "Opener",
      strategy: "Lead into the close.",
      personalization: {
        fields: ["position", "headline"],
        approach: "Name what the role does at month-end.",
        fallback: "Month-end tends to eat the first week.",
      },
    },
    {
      id: "value",
      role: "value",
      name: "Value",
      strategy: "Say what changes.",
      personalization: { fields: [], approach: "", fallback: "" },
    },
    {
      id: "ask",
      role: "ask",
      name: "Ask",
      strategy: "One easy question.",
      personalization: { fields: [], approach: "", fallback: "" },
    },
  ],
  example_subject: "Month-end at Sample Ltd",
  example_body:
    "Hi Sam,\n\nAs a controller you see the close first.\n\nLedgerly closes the books without spreadsheets.\n\nWorth a short call?",
};

/** A session nobody has written in yet. */
export function givenTurn(
  message: string,
  change: Partial<TurnState["session"]> = {},
  rest: Partial<Omit<TurnState, "session">> = {},
): TurnState {
  return {
    campaign: {
      name: "Finance leads, spring",
      signature: null,
      sender: { first_name: "Sam", last_name: "Reed", company: "Ledgerly", email: "sam@ledgerly.example" },
    },
    node: {
      id: "node-1",
      type: "email",
      purpose: "Open a conversation about month-end close",
      place: 1,
      emails: 3,
      days_since_previous: 0,
    },
    facts: givenFacts,
    banned_phrases: [],
    required_phrases: [],
    other_emails: [],
    lead_count: givenLeads.length,
    field_profile: fieldProfile(givenLeads),
    available_variables: null,
    session: {
      id: "session-1",
      revision: 1,
      brief: {},
      skeleton: null,
      skeleton_history: [],
      draft: null,
      draft_history: [],
      dialogue: [],
      ...change,
    },
    request: { message_id: "m1", message },
    ...rest,
  };
}

/** Edits that write the whole of `givenSkeleton` as a draft that passes the gate. */
export const givenEdits = [
  { block_id: "greeting", op: "replace", text: "Hi %first_name|there%," },
  { block_id: "opener", op: "replace", text: "Month-end tends to eat the first week." },
  {
    block_id: "value",
    op: "replace",
    text: "Ledgerly closes the books without spreadsheets, so your team gets its evenings back and you see the numbers sooner than before.",
  },
  { block_id: "ask", op: "replace", text: "Worth a short call?" },
] as const;
