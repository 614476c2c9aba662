import type { z } from "zod";
import type { CampaignWithNodesJson, CampaignJson } from "./json/campaign.ts";
import type { LeadJson } from "./json/lead.ts";
import type { NodeJson } from "./json/node.ts";
import type { RunJson } from "./json/run.ts";
import type { SessionJson } from "./json/session.ts";
import type { SkeletonJson } from "./json/skeleton.ts";

// One small world for the reference, so that its examples fit together.

export const exampleIds = {
  user: "01981f3e-0000-7000-8000-000000000001",
  campaign: "01981f3e-7a50-7c61-9d0f-1f2e3d4c5b6a",
  node: "01981f3e-7a51-7d02-8b11-2a3b4c5d6e7f",
  end: "01981f3e-7a52-7e13-9c22-3b4c5d6e7f80",
  session: "01981f40-1c2d-7f24-8d33-4c5d6e7f8091",
  lead: "01981f41-2d3e-7035-9e44-5d6e7f8091a2",
  message: "01981f42-3e4f-7146-8f55-6e7f8091a2b3",
  proposal: "01981f43-4f50-7257-9066-7f8091a2b3c4",
  run: "run_01981f425061736891778091a2b3c4d5",
} as const;

const at = "2026-03-04T09:15:00.000Z";

export const exampleSkeleton: SkeletonJson = {
  subject: "Handoffs at %company|your team%",
  body: "Hi %first_name|there%,\n\n&&opener: one line on %position%&&\n\nWorth a look?",
  blocks: [
    {
      id: "opener",
      role: "opener",
      name: "Opener",
      strategy: "Show that the email is for this person, so that the problem feels like theirs.",
      personalization: {
        fields: ["position"],
        approach: "Tie the work of their role to handoffs.",
        fallback: "Handoffs between teams cost more than they show.",
      },
    },
    {
      id: "ask",
      role: "ask",
      name: "Ask",
      strategy: "Ask one easy question.",
      personalization: { fields: [], approach: "", fallback: "" },
    },
  ],
  example_subject: "Handoffs at Northwind",
  example_body: "Hi Mara,\n\nRunning operations means catching what falls between teams.\n\nWorth a look?",
};

export const exampleSession: SessionJson = {
  id: exampleIds.session,
  user_id: exampleIds.user,
  campaign_id: exampleIds.campaign,
  node_id: exampleIds.node,
  title: "First email to heads of operations",
  messages: [
    {
      id: exampleIds.message,
      role: "user",
      content: "Shorter, please.",
      created_at: at,
      run_id: exampleIds.run,
      status: "complete",
    },
  ],
  draft_subject: "Handoffs at %company|your team%",
  draft_body: "Hi %first_name|there%,\n\nHandoffs between teams cost more than they show.\n\nWorth a look?",
  skeleton: exampleSkeleton,
  skeleton_history: [],
  draft_history: [],
  framework_version: 1,
  generated_examples: null,
  task_status: null,
  created_at: at,
  updated_at: at,
  revision: 3,
  proposal: null,
  last_run: {
    id: exampleIds.run,
    kind: "chat",
    status: "succeeded",
    error: null,
    progress: null,
    started_at: at,
    ended_at: at,
    usage: { input_tokens: 2140, output_tokens: 310, cost_usd: 0.011, model: "claude-sonnet", estimated: false },
  },
  checks: { errors: 0, warnings: 1, unknown: 2 },
};

/** As `POST /campaigns/ai-chat-sessions` answers it. */
export const exampleNewSession: SessionJson = {
  ...exampleSession,
  title: null,
  messages: null,
  draft_subject: null,
  draft_body: null,
  skeleton: null,
  skeleton_history: null,
  draft_history: null,
  framework_version: null,
  revision: 1,
  last_run: null,
  checks: null,
};

export const exampleRun: RunJson = {
  id: exampleIds.run,
  session_id: exampleIds.session,
  campaign_id: exampleIds.campaign,
  kind: "chat",
  status: "running",
  progress: null,
  error: null,
  usage: null,
  started_at: at,
  ended_at: null,
  created_at: at,
};

export const exampleStartedRun = {
  runId: exampleIds.run,
  publicAccessToken: "eyJhbGciOiJIUzI1NiJ9.eyJydW4iOiLigKYifQ.c2lnbmF0dXJl",
};

export const exampleNodes: NodeJson[] = [
  {
    id: exampleIds.node,
    campaign_id: exampleIds.campaign,
    position: 0,
    type: "email",
    subject: null,
    body: null,
    delay_days: 0,
    delay_hours: 0,
    delay_minutes: 0,
    ai_node: null,
    revision: 1,
    created_at: at,
    updated_at: at,
  },
  {
    id: exampleIds.end,
    campaign_id: exampleIds.campaign,
    position: 1,
    type: "end",
    subject: null,
    body: null,
    delay_days: 0,
    delay_hours: 0,
    delay_minutes: 0,
    ai_node: null,
    revision: 1,
    created_at: at,
    updated_at: at,
  },
];

export const exampleCampaign: CampaignJson = {
  id: exampleIds.campaign,
  user_id: exampleIds.user,
  type: "email",
  name: "Heads of operations, spring",
  status: "draft",
  signature: "Ada\nBrightline",
  sender: { first_name: "Ada", last_name: "Example", company: "Brightline", email: "ada@example.com" },
  created_at: at,
  updated_at: at,
  stats: { lead_count: 250, node_count: 2, email_count: 1, drafted_count: 0, session_count: 1 },
};

export const exampleCampaignWithNodes: z.infer<typeof CampaignWithNodesJson> = {
  campaign: exampleCampaign,
  sequence_nodes: exampleNodes,
  lead_counts: { total: 250, with_email: 250, with_linkedin_url: 231 },
};

export const exampleLead: LeadJson = {
  id: exampleIds.lead,
  campaign_id: exampleIds.campaign,
  email: "mara@northwind.example",
  linkedin_url: "https://www.linkedin.com/in/mara-lind",
  first_name: "Mara",
  last_name: "Lind",
  full_name: "Mara Lind",
  company: "Northwind",
  position: "Head of Operations",
  headline: null,
  custom_fields: { team_size: 40 },
  created_at: at,
  updated_at: at,
};
