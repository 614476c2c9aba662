import { expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { inTransaction } from "../../base/transaction.ts";
import { givenSession } from "../../testing/given.ts";
import { getSession } from "../sessions/get-session.ts";
import { updateSession } from "../sessions/update-session.ts";
import { decideHunks } from "./decide-hunks.ts";
import { openProposal } from "./open-proposal.ts";

const base = "Hi Ana,\n\nWe cut costs by half.\n\nWorth a call?";
const mine = "Dear Ana,\n\nWe cut costs by half.\n\nWorth a call?";
const wanted = "Hi Ana,\n\nWe cut costs.\n\nWorth a chat?";

async function givenProposal() {
  const world = await givenSession();
  const { ctx, sessionId } = world;
  const { revision } = await updateSession(ctx, { sessionId, draftSubject: "Costs", draftBody: base });
  await updateSession(ctx, { sessionId, draftBody: mine });
  const runId = uuidv7();
  await inTransaction(ctx, (tx) =>
    openProposal(tx, {
      sessionId,
      runId,
      target: "draft",
      baseRevision: revision,
      after: { subject: "Costs", body: wanted },
    }),
  );
  return { ...world, runId };
}

test("a proposal stands beside the person's words and changes none of them", async () => {
  const { ctx, sessionId, runId } = await givenProposal();
  const session = await getSession(ctx, { sessionId });
  expect(session.draftBody).toBe(mine);
  expect(session.proposal).toMatchObject({ runId, target: "draft" });
  for (const hunk of session.proposal?.hunks ?? []) expect(mine.slice(hunk.from, hunk.to)).toBe(hunk.before);
});

test("accepting one of two hunks keeps the other pending, and deciding it closes the proposal", async () => {
  const { ctx, sessionId } = await givenProposal();
  const [first, second] = (await getSession(ctx, { sessionId })).proposal?.hunks ?? [];
  const once = await decideHunks(ctx, { sessionId, hunks: [{ id: first?.id ?? "", accept: true }] });
  expect(once.draftBody).toBe("Dear Ana,\n\nWe cut costs.\n\nWorth a call?");
  expect(once.proposal?.hunks.map((hunk) => hunk.status)).toEqual(["accepted", "pending"]);
  const twice = await decideHunks(ctx, { sessionId, hunks: [{ id: second?.id ?? "", accept: true }] });
  expect(twice.draftBody).toBe("Dear Ana,\n\nWe cut costs.\n\nWorth a chat?");
  expect(twice.proposal).toBeNull();
});

test("words typed after the proposal was made move its hunks along", async () => {
  const { ctx, sessionId } = await givenProposal();
  await updateSession(ctx, { sessionId, draftBody: `Good morning. ${mine}` });
  const hunks = (await getSession(ctx, { sessionId })).proposal?.hunks ?? [];
  const session = await decideHunks(ctx, { sessionId, hunks: hunks.map((hunk) => ({ id: hunk.id, accept: true })) });
  expect(session.draftBody).toBe("Good morning. Dear Ana,\n\nWe cut costs.\n\nWorth a chat?");
});

test("a hunk whose words were edited since is refused, and rejecting it is possible", async () => {
  const { ctx, sessionId } = await givenProposal();
  await updateSession(ctx, { sessionId, draftBody: mine.replace("call", "visit") });
  const last = (await getSession(ctx, { sessionId })).proposal?.hunks.at(-1);
  expect(last).toMatchObject({ from: -1, to: -1 });
  await expect(decideHunks(ctx, { sessionId, hunks: [{ id: last?.id ?? "", accept: true }] })).rejects.toMatchObject({
    code: "revision_conflict",
  });
  const session = await decideHunks(ctx, { sessionId, hunks: [{ id: last?.id ?? "", accept: false }] });
  expect(session.draftBody).toContain("visit");
});

test("a hunk that does not exist or a session without a proposal is not found", async () => {
  const { ctx, sessionId } = await givenProposal();
  await expect(decideHunks(ctx, { sessionId, hunks: [{ id: "body-99", accept: true }] })).rejects.toMatchObject({
    code: "not_found",
  });
  const empty = await givenSession();
  await expect(
    decideHunks(empty.ctx, { sessionId: empty.sessionId, hunks: [{ id: "body-1", accept: true }] }),
  ).rejects.toMatchObject({ code: "not_found" });
});
