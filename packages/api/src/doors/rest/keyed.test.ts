import { campaigns, idempotencyKeys, leads } from "@longhand/db";
import { count, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { givenDoor } from "../../testing/door.ts";
import { givenAccount, givenCampaign, givenSession } from "../../testing/given.ts";

const keyed = (key: string) => ({ "idempotency-key": key });

test("a repeated POST gets the first answer, byte for byte, and does nothing", async () => {
  const world = await givenAccount();
  const door = await givenDoor(world);
  const first = await door.send("POST", "/api/campaigns", {
    body: { name: "Spring", signature: "S" },
    headers: keyed("k1"),
  });
  const again = await door.send("POST", "/api/campaigns", {
    body: '{ "signature": "S", "name": "Spring" }',
    headers: keyed("k1"),
  });
  expect(first.status).toBe(201);
  expect(first.headers.has("idempotent-replayed")).toBe(false);
  expect([again.status, again.text, again.headers.get("location"), again.headers.get("etag")]).toEqual([
    201,
    first.text,
    first.headers.get("location"),
    first.headers.get("etag"),
  ]);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
});

test("a hundred equal POSTs at once make one row, and every other answer is a replay or asks to come back", async () => {
  const world = await givenCampaign();
  const door = await givenDoor(world);
  const { db } = world.database;
  const path = `/api/campaigns/${world.campaignId}/leads`;
  const body = { leads: [{ first_name: "No address to tell doubles by" }] };
  const send = () => door.send("POST", path, { body, headers: keyed("one") });
  const answers = await Promise.all(Array.from({ length: 100 }, send));
  const fresh = answers.filter((answer) => answer.status === 200 && !answer.headers.has("idempotent-replayed"));
  expect(fresh).toHaveLength(1);
  const told = new Set(
    answers.map((answer) =>
      answer.status === 200 ? answer.text : `${answer.status} ${answer.headers.get("retry-after")}`,
    ),
  );
  expect([...told].toSorted()).toEqual(["409 1", fresh[0]?.text]);
  expect(await send()).toMatchObject({ status: 200, text: fresh[0]?.text });
  expect(await db.select({ n: count() }).from(leads).where(eq(leads.campaignId, world.campaignId))).toEqual([{ n: 1 }]);
});

test("one key under another body is refused, under another route or account it is another key", async () => {
  const door = await givenDoor(await givenAccount());
  const stranger = await givenDoor(await givenAccount());
  const post = (name: string, as = door) => as.send("POST", "/api/campaigns", { body: { name }, headers: keyed("k") });
  const made = await post("A");
  expect(await post("B")).toMatchObject({ status: 409, json: { code: "idempotency_conflict" } });
  expect((await post("B", stranger)).status).toBe(201);
  const { campaign } = made.json as { campaign: { id: string } };
  expect(
    await door.send("POST", `/api/campaigns/${campaign.id}/status`, {
      body: { status: "active" },
      headers: keyed("k"),
    }),
  ).toMatchObject({ status: 200 });
});

test.each([
  ["", 400],
  ["x".repeat(256), 400],
  ["with space", 400],
  ["x".repeat(255), 201],
  ["~!k", 201],
])("the key %o answers %i", async (key, status) => {
  const door = await givenDoor(await givenAccount());
  expect((await door.send("POST", "/api/campaigns", { body: { name: "N" }, headers: keyed(key) })).status).toBe(status);
});

test("a refusal that stands is repeated; one for wrong fields or a busy session leaves the key free", async () => {
  const world = await givenSession();
  const door = await givenDoor(world);
  const post = (path: string, body: object, key: string) => door.send("POST", path, { body, headers: keyed(key) });
  await post("/api/campaigns", { name: "Taken" }, "a");
  expect(await post("/api/campaigns", { name: "Taken" }, "b")).toMatchObject({
    status: 409,
    json: { code: "name_taken" },
  });
  const repeated = await post("/api/campaigns", { name: "Taken" }, "b");
  expect([repeated.status, repeated.headers.get("idempotent-replayed")]).toEqual([409, "true"]);
  expect(await post("/api/campaigns", { nam: "x" }, "c")).toMatchObject({ status: 400 });
  expect(await post("/api/campaigns", { name: "x" }, "c")).toMatchObject({ status: 201 });
  const turn = `/api/campaigns/ai-chat-sessions/${world.sessionId}/turn`;
  const first = await post(turn, { message: "one" }, "t1");
  expect(await post(turn, { message: "two" }, "t2")).toMatchObject({ status: 409, json: { code: "session_busy" } });
  const { runId } = first.json as { runId: string };
  await door.send("POST", `/api/runs/${runId}/cancel`);
  expect(await post(turn, { message: "two" }, "t2")).toMatchObject({ status: 202 });
  expect((await post(turn, { message: "one" }, "t1")).json).toEqual(first.json);
});

test("our own failure is not kept, and its work is undone", async () => {
  const world = await givenAccount();
  const door = await givenDoor(world);
  const { db, sql: raw } = world.database;
  const send = () => door.send("POST", "/api/campaigns", { body: { name: "After" }, headers: keyed("k") });
  await raw`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$`;
  await raw`create trigger broken before insert on campaign_sequence_nodes for each row execute function refuse()`;
  expect(await send()).toMatchObject({ status: 500 });
  await raw`drop trigger broken on campaign_sequence_nodes`;
  expect(await db.select().from(campaigns).where(eq(campaigns.userId, world.userId))).toEqual([]);
  const after = await send();
  expect([after.status, after.headers.has("idempotent-replayed")]).toEqual([201, false]);
});

test("a request whose process was lost is taken over when its time is up, and old answers are swept", async () => {
  const world = await givenAccount();
  const door = await givenDoor(world);
  const { db } = world.database;
  const send = () => door.send("POST", "/api/campaigns", { body: { name: "Once" }, headers: keyed("k") });
  await send();
  await db.delete(campaigns).where(eq(campaigns.userId, world.userId));
  await db
    .update(idempotencyKeys)
    .set({ status: null, response: null, expiresAt: sql`now() + interval '1 minute'` })
    .where(eq(idempotencyKeys.userId, world.userId));
  expect(await send()).toMatchObject({ status: 409, json: { code: "idempotency_conflict" } });
  await db
    .update(idempotencyKeys)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(idempotencyKeys.userId, world.userId));
  expect(await send()).toMatchObject({ status: 201 });
  await db
    .update(idempotencyKeys)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(eq(idempotencyKeys.userId, world.userId));
  await (await givenDoor(world)).send("POST", "/api/campaigns", { body: {}, headers: keyed("other") });
  expect(await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, world.userId))).toHaveLength(1);
  await (await givenDoor(world)).send("POST", "/api/campaigns", { body: { name: "Twice" }, headers: keyed("other") });
  const kept = await db
    .select({ key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.userId, world.userId));
  expect(kept).toEqual([{ key: "other" }]);
});
