import { outbox } from "@longhand/db";
import { eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { givenDatabase } from "../testing/given.ts";
import { createRelay, type JobEvent } from "./outbox.ts";

test("an ordered job is sent once under its dedupe key and leaves the outbox", async () => {
  const { db } = await givenDatabase();
  const [key] = await order(1);
  const sent = Promise.withResolvers<JobEvent[]>();
  const relay = createRelay({ db, send: async (events) => sent.resolve(events) });
  relay.start();
  expect(await sent.promise).toEqual([{ id: key, name: "session/run.requested", data: { runId: "r" } }]);
  await relay.stop();
  expect(
    await db
      .select()
      .from(outbox)
      .where(eq(outbox.dedupeKey, key ?? "")),
  ).toEqual([]);
});

test("four relays at once send each of a thousand jobs once", async () => {
  const { db } = await givenDatabase();
  const keys = await order(1000);
  const sent: string[] = [];
  const all = Promise.withResolvers<void>();
  const send = async (events: JobEvent[]) => {
    sent.push(...events.map((event) => event.id));
    if (sent.length >= 1000) all.resolve();
  };
  const relays = Array.from({ length: 4 }, () => createRelay({ db, send }));
  for (const relay of relays) relay.start();
  await all.promise;
  for (const relay of relays) await relay.stop();
  expect(sent.toSorted()).toEqual(keys.toSorted());
  expect(await db.select().from(outbox).where(inArray(outbox.dedupeKey, keys))).toEqual([]);
});

test("a job that cannot be sent stays and is sent later", async () => {
  const { db } = await givenDatabase();
  const [key = ""] = await order(1);
  const failed = Promise.withResolvers<unknown>();
  const sent = Promise.withResolvers<JobEvent[]>();
  let tries = 0;
  const relay = createRelay({
    db,
    onError: failed.resolve,
    send: async (events) => {
      tries += 1;
      if (tries === 1) throw new Error("no executor");
      sent.resolve(events);
    },
  });
  relay.start();
  await failed.promise;
  expect(await sent.promise).toMatchObject([{ id: key }]);
  await relay.stop();
});

test("a row claimed by a process that died is free again, a fresh claim is respected", async () => {
  const { db } = await givenDatabase();
  const [abandoned = "", held = ""] = await order(2);
  await db
    .update(outbox)
    .set({ lockedUntil: sql`now() - interval '1 second'` })
    .where(eq(outbox.dedupeKey, abandoned));
  await db
    .update(outbox)
    .set({ lockedUntil: sql`now() + interval '30 seconds'` })
    .where(eq(outbox.dedupeKey, held));
  const sent = Promise.withResolvers<JobEvent[]>();
  const relay = createRelay({ db, send: async (events) => sent.resolve(events) });
  relay.start();
  expect((await sent.promise).map((event) => event.id)).toEqual([abandoned]);
  await relay.stop();
  expect(await db.select().from(outbox).where(eq(outbox.dedupeKey, held))).toHaveLength(1);
});

async function order(jobs: number): Promise<string[]> {
  const { db } = await givenDatabase();
  const rows = Array.from({ length: jobs }, () => ({
    kind: "job",
    targetId: v7(),
    dedupeKey: `${v7()}:1`,
    payload: { name: "session/run.requested", data: { runId: "r" } },
  }));
  await db.insert(outbox).values(rows);
  return rows.map((row) => row.dedupeKey);
}
