import type { TurnEnd } from "@longhand/writer";
import { expect, test } from "vitest";
import { givenSession } from "../../testing/given.ts";
import { cancelRun } from "../runs/cancel-run.ts";
import type { Lease } from "../runs/lease.ts";
import { takeRun } from "../runs/take-run.ts";
import { getSession } from "../sessions/get-session.ts";
import { updateSession } from "../sessions/update-session.ts";
import { endTurn } from "./end-turn.ts";
import { startTurn } from "./start-turn.ts";

const question = { question: "Who is it for?", options: ["Finance leads", "Founders"], about: "audience" };
const end: TurnEnd = {
  text: "Who is it for?",
  rule: "ask_user",
  question,
  used: { facts: ["Product"], fields: [], checks: [] },
  model: "offline:offline",
  title: "Month-end for finance leads",
};

test("a turn's end stores its answer with the question and names a session that has no name", async () => {
  const { world, lease } = await givenTaken();
  await endTurn(world.ctx, lease, end);
  expect(await getSession(world.ctx, { sessionId: world.sessionId })).toMatchObject({
    title: "Month-end for finance leads",
    taskStatus: null,
    messages: [
      { role: "user", status: "complete" },
      {
        role: "assistant",
        content: "Who is it for?",
        details: { question, rule: "ask_user", model: "offline:offline", used: { facts: ["Product"] } },
      },
    ],
  });
});

test("ending twice ends once", async () => {
  const { world, lease } = await givenTaken();
  await endTurn(world.ctx, lease, end);
  const before = await getSession(world.ctx, { sessionId: world.sessionId });
  await endTurn(world.ctx, lease, { ...end, text: "Something else", title: "Another" });
  expect(await getSession(world.ctx, { sessionId: world.sessionId })).toEqual(before);
});

test("a name that a person gave stays", async () => {
  const { world, lease } = await givenTaken();
  await updateSession(world.ctx, { sessionId: world.sessionId, title: "Mine" });
  await endTurn(world.ctx, lease, end);
  expect(await getSession(world.ctx, { sessionId: world.sessionId })).toMatchObject({ title: "Mine" });
});

test("a turn that was asked to stop cannot end well any more", async () => {
  const { world, lease } = await givenTaken();
  await cancelRun(world.ctx, { runId: lease.runId });
  await expect(endTurn(world.ctx, lease, end)).rejects.toMatchObject({ reason: "cancelled" });
  expect(await getSession(world.ctx, { sessionId: world.sessionId })).toMatchObject({
    title: null,
    messages: [{ role: "user" }],
  });
});

async function givenTaken(): Promise<{ world: Awaited<ReturnType<typeof givenSession>>; lease: Lease }> {
  const world = await givenSession();
  const { runId } = await startTurn(world.ctx, { sessionId: world.sessionId, message: "Write an email." });
  const lease = await takeRun(world.ctx, { runId, dispatch: 1, engineRunId: "engine", repeat: false });
  if (lease === undefined) throw new Error("the run could not be taken");
  return { world, lease };
}
