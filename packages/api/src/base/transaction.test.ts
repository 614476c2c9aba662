import { campaigns, runs } from "@longhand/db";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { givenAccount, givenCampaign, givenSession } from "../testing/given.ts";
import { requireSession } from "../verbs/sessions/access.ts";
import { removeSession } from "../verbs/sessions/remove-session.ts";
import { inTransaction } from "./transaction.ts";

test("of two transactions that wait for each other, both are done, and each signals once", async () => {
  const account = await givenAccount();
  const first = await givenCampaign(account);
  const second = await givenCampaign(account);
  const bothHoldOne = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const signals: number[] = [];
  let begun = 0;
  const writeBoth = (order: readonly string[], index: number) =>
    inTransaction(account.ctx, async (tx) => {
      begun += 1;
      tx.afterCommit(() => signals.push(index));
      for (const [step, id] of order.entries()) {
        await tx.db
          .update(campaigns)
          .set({ signature: `by ${index}` })
          .where(eq(campaigns.id, id));
        if (step > 0) continue;
        bothHoldOne[index]?.resolve();
        await Promise.all(bothHoldOne.map((held) => held.promise));
      }
    });
  const ids = [first.campaignId, second.campaignId];
  await Promise.all([writeBoth(ids, 0), writeBoth(ids.toReversed(), 1)]);
  // The one done again may be quick enough to meet the other a second time.
  expect(begun).toBeGreaterThan(2);
  expect(signals.toSorted()).toEqual([0, 1]);
  const rows = await account.database.db
    .select({ signature: campaigns.signature })
    .from(campaigns)
    .where(eq(campaigns.userId, account.userId));
  expect(new Set(rows.map((row) => row.signature)).size).toBe(1);
});

test("who refers to a row that is deleted at that moment is told that it is not there", async () => {
  const world = await givenSession();
  const looked = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const starting = inTransaction(world.ctx, async (tx) => {
    await requireSession(tx, world.sessionId);
    looked.resolve();
    await gone.promise;
    const id = v7();
    await tx.db.insert(runs).values({
      id,
      sessionId: world.sessionId,
      campaignId: world.campaignId,
      userId: world.userId,
      kind: "chat",
      input: {},
    });
  });
  await looked.promise;
  await removeSession(world.ctx, { sessionId: world.sessionId });
  gone.resolve();
  await expect(starting).rejects.toMatchObject({ code: "not_found", message: "Session not found" });
});

test("another failure is not tried again, and nothing of it stays", async () => {
  const world = await givenCampaign();
  let begun = 0;
  const failing = inTransaction(world.ctx, async (tx) => {
    begun += 1;
    await tx.db.update(campaigns).set({ signature: "lost" }).where(eq(campaigns.id, world.campaignId));
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(begun).toBe(1);
  const [row] = await world.database.db.select().from(campaigns).where(eq(campaigns.id, world.campaignId));
  expect(row?.signature).toBeNull();
});
