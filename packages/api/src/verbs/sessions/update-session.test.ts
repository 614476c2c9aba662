import { expect, test } from "vitest";
import type { Skeleton } from "@longhand/template";
import { givenAccount, givenLeads, givenSession } from "../../testing/given.ts";
import { getSession } from "./get-session.ts";
import { removeSession } from "./remove-session.ts";
import { restoreVersion } from "./restore-version.ts";
import { sessionTag } from "./session-tag.ts";
import { updateSession } from "./update-session.ts";

const skeleton: Skeleton = {
  subject: "Month-end",
  body: "Hi %first_name|there%,\n\n&&opener: one line&&\n\nWorth a call?",
  blocks: [
    {
      id: "opener",
      role: "opener",
      name: "Opener",
      strategy: "Begin with them",
      personalization: { fields: ["company"], approach: "name it", fallback: "A short question." },
    },
    {
      id: "ask",
      role: "ask",
      name: "Ask",
      strategy: "One question",
      personalization: { fields: [], approach: "", fallback: "" },
    },
  ],
  example_subject: "Month-end",
  example_body: "Hi Ana,\n\nA short question.\n\nWorth a call?",
};

test("a person's draft is a new version and the earlier wording stays in the history", async () => {
  const { ctx, sessionId } = await givenSession();
  await updateSession(ctx, { sessionId, draftSubject: "One", draftBody: "First wording." });
  const session = await updateSession(ctx, { sessionId, draftBody: "Second wording." });
  expect(session).toMatchObject({
    draftSubject: "One",
    draftBody: "Second wording.",
    draftVersion: 2,
    draftAuthor: "user",
    revision: 3,
  });
  expect(session.draftHistory).toMatchObject([{ version: 1, author: "user", subject: "One", body: "First wording." }]);
});

test("saving the same words again changes nothing", async () => {
  const { ctx, sessionId } = await givenSession();
  const first = await updateSession(ctx, { sessionId, draftBody: "Same." });
  const second = await updateSession(ctx, { sessionId, draftBody: "Same." });
  expect(second).toMatchObject({ revision: first.revision, draftVersion: 1 });
});

test("a skeleton that is written is a new version, also when it equals the current one", async () => {
  const { ctx, sessionId } = await givenSession();
  await updateSession(ctx, { sessionId, skeleton: null });
  await updateSession(ctx, { sessionId, skeleton });
  const session = await updateSession(ctx, { sessionId, skeleton });
  expect(session).toMatchObject({ frameworkVersion: 2, revision: 3, skeleton });
  expect(session.skeletonHistory).toHaveLength(1);
});

test("findings are stored with a save and never refuse it", async () => {
  const world = await givenSession();
  await givenLeads(world);
  const session = await updateSession(world.ctx, {
    sessionId: world.sessionId,
    draftSubject: "Hi",
    draftBody: "Hi %frist_name%, call?",
  });
  expect(session.checks?.errors).toBeGreaterThan(0);
  expect(session.draftBody).toContain("%frist_name%");
});

test("of ten saves that saw the same revision, one is stored and nine get the current words", async () => {
  const { ctx, sessionId } = await givenSession();
  const saves = Array.from({ length: 10 }, (_, index) =>
    updateSession(ctx, { sessionId, draftBody: `Wording ${index}`, ifRevision: 1 }),
  );
  const answers = await Promise.allSettled(saves);
  const stored = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(stored).toHaveLength(1);
  expect(refused.map((error) => [error.code, error.details.current.draftBody])).toEqual(
    Array(9).fill(["revision_conflict", stored[0]?.draftBody]),
  );
});

test("skeleton versions count from one and the history holds one less", async () => {
  const { ctx, sessionId } = await givenSession();
  await updateSession(ctx, { sessionId, skeleton });
  const session = await updateSession(ctx, { sessionId, skeleton: { ...skeleton, subject: "Close" } });
  expect(session).toMatchObject({ frameworkVersion: 2, skeletonAuthor: "user", skeleton: { subject: "Close" } });
  expect(session.skeletonHistory).toMatchObject([{ version: 1, skeleton: { subject: "Month-end" } }]);
});

test("restoring makes a new version equal to the old one and loses none between", async () => {
  const { ctx, sessionId } = await givenSession();
  for (const draftBody of ["One.", "Two.", "Three."]) await updateSession(ctx, { sessionId, draftBody });
  const session = await restoreVersion(ctx, { sessionId, draftVersion: 1 });
  expect(session).toMatchObject({ draftBody: "One.", draftVersion: 4 });
  expect(session.draftHistory?.map((version) => version.body)).toEqual(["One.", "Two.", "Three."]);
  await expect(restoreVersion(ctx, { sessionId, draftVersion: 9 })).rejects.toMatchObject({ code: "not_found" });
});

test("title and content both move the revision that an ETag is made of", async () => {
  const { ctx, sessionId } = await givenSession();
  const before = await sessionTag(ctx, { sessionId });
  const session = await updateSession(ctx, { sessionId, title: "First touch" });
  expect(session).toMatchObject({ title: "First touch", revision: before.revision + 1 });
  expect((await sessionTag(ctx, { sessionId })).seq).toBeGreaterThan(before.seq);
});

test("another account can neither read, change nor delete a session", async () => {
  const { ctx, sessionId } = await givenSession();
  const stranger = (await givenAccount()).ctx;
  const refused = { code: "not_found", message: "Session not found" };
  await expect(getSession(stranger, { sessionId })).rejects.toMatchObject(refused);
  await expect(updateSession(stranger, { sessionId, title: "Mine" })).rejects.toMatchObject(refused);
  await expect(removeSession(stranger, { sessionId })).rejects.toMatchObject(refused);
  expect((await getSession(ctx, { sessionId })).title).toBeNull();
});

test("a deleted session is gone, and a second delete says so", async () => {
  const { ctx, sessionId } = await givenSession();
  await removeSession(ctx, { sessionId });
  await expect(removeSession(ctx, { sessionId })).rejects.toMatchObject({ code: "not_found" });
});
