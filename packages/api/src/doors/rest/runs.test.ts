import { expect, test } from "vitest";
import { key } from "../../testing/actors.ts";
import { givenDoor } from "../../testing/door.ts";
import { givenEngine } from "../../testing/engine.ts";
import { givenSession } from "../../testing/given.ts";
import { scriptedModel } from "../../testing/scripted-model.ts";

test("a cancel is answered when its working run has stopped, also with a key and again", async () => {
  const world = await givenSession();
  const speaking = Promise.withResolvers<void>();
  const model = scriptedModel(() => {
    speaking.resolve();
    return { text: "I would begin with the reader's month.", holds: new Promise(() => {}) };
  });
  await using engine = await givenEngine(world, { model });
  const door = await givenDoor(world, {
    hub: engine.hub,
    contextFor: (actor) => ({ ...engine.ctx, actor }),
    authenticate: () => Promise.resolve(key(world.userId)),
  });
  const started = await door.send("POST", `/api/campaigns/ai-chat-sessions/${world.sessionId}/turn`, {
    body: { message: "Hello" },
  });
  const { runId } = started.json as { runId: string };
  await speaking.promise;
  const cancel = () => door.send("POST", `/api/runs/${runId}/cancel`, { headers: { "idempotency-key": "k" } });
  const stopped = { id: runId, status: "cancelled", ended_at: expect.any(String) };
  expect(await cancel()).toMatchObject({ status: 200, json: { run: stopped } });
  const again = await cancel();
  expect(again).toMatchObject({ status: 200, json: { run: stopped } });
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await door.send("POST", `/api/runs/${runId}/cancel`)).toMatchObject({ status: 200, json: { run: stopped } });
});
