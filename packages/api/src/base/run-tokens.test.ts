import { decodeJwt, SignJWT } from "jose";
import { expect, test } from "vitest";
import { createRunTokens } from "./run-tokens.ts";

const secret = "a secret that is at least thirty-two bytes long";
const run = {
  id: "01a20a58-9209-71cb-b85a-c4ce00d2b4b7",
  sessionId: "01a20a58-9209-71cb-b85a-c4ce00d2b4b8",
  userId: "01a20a58-9209-71cb-b85a-c4ce00d2b4b9",
};

test("a token opens its run for one hour and names owner and session", async () => {
  const tokens = createRunTokens({ secret });
  const token = await tokens.issue(run);
  const opened = await tokens.verify(token, run.id);
  expect(opened).toMatchObject({ userId: run.userId, sessionId: run.sessionId });
  const { iat = 0, exp = 0, scope } = decodeJwt(token);
  expect([exp - iat, scope]).toEqual([3600, "run:read"]);
});

test("a token of another run, secret, scope or algorithm, a broken one and an expired one are refused alike", async () => {
  const tokens = createRunTokens({ secret });
  const key = new TextEncoder().encode(secret);
  const claims = { sid: run.sessionId, run: run.id, scope: "run:read" };
  const bad = [
    await tokens.issue({ ...run, id: "01a20a58-9209-71cb-b85a-c4ce00d2b4ba" }),
    await createRunTokens({ secret: `${secret} other` }).issue(run),
    await createRunTokens({ secret, now: () => new Date(Date.now() - 3_601_000) }).issue(run),
    await new SignJWT({ ...claims, scope: "admin" })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(run.userId)
      .setExpirationTime("1h")
      .sign(key),
    await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS512" })
      .setSubject(run.userId)
      .setExpirationTime("1h")
      .sign(key),
    await new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setSubject(run.userId).sign(key),
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ ...claims, sub: run.userId, exp: 9_999_999_999 })).toString("base64url")}.`,
    "",
    "not a token",
  ];
  for (const token of bad) await expect(tokens.verify(token, run.id)).rejects.toMatchObject({ code: "unauthorized" });
});
