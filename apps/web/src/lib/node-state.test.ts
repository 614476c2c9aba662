import { expect, test } from "vitest";
import { emptySession } from "../testing/given-log.ts";
import { nodeState } from "./node-state.ts";
import type { CampaignNode } from "./wire.ts";

const node: CampaignNode = {
  id: "n",
  campaignId: "c",
  position: 0,
  type: "email",
  subject: null,
  body: null,
  delayDays: 0,
  delayHours: 0,
  delayMinutes: 0,
  aiNode: null,
  revision: 1,
  createdAt: "2026-09-01T08:00:00.000Z",
  updatedAt: "2026-09-01T08:00:00.000Z",
};
const drafted = { ...emptySession, draftSubject: "Hello", draftBody: "Hi", draftVersion: 1 };

test("a node goes from empty over draft to ready once the draft is on it", () => {
  expect(nodeState(node, undefined)).toBe("empty");
  expect(nodeState(node, drafted)).toBe("draft");
  expect(nodeState({ ...node, subject: "Hello", body: "Hi" }, drafted)).toBe("ready");
  expect(nodeState({ ...node, subject: "Hello", body: "Other" }, drafted)).toBe("draft");
});

test("a run at work says so before anything else", () => {
  expect(nodeState({ ...node, subject: "Hello", body: "Hi" }, { ...drafted, taskStatus: "chat_processing" })).toBe(
    "working",
  );
});
