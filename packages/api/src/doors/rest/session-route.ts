import { z } from "zod";
import type { Context } from "../../base/context.ts";
import { sessionEtag } from "./etag.ts";
import { exampleSession } from "./examples.ts";
import { SessionJson } from "./json/session.ts";

export const allSessions = "/campaigns/ai-chat-sessions";
export const oneSession = `${allSessions}/{id}`;

/** What every route of one session has. */
export const aboutSession = {
  tag: "Sessions",
  ids: { id: "Session" } as const,
  etag: (ctx: Context, path: { readonly id: string }) => sessionEtag(ctx, path.id),
};

export const SessionAnswer = z.object({ session: SessionJson }).meta({ id: "SessionAnswer" });

export const sessionAnswer = {
  description: "The session.",
  schema: SessionAnswer,
  example: { session: exampleSession },
  headers: { etag: "The session's version." },
};
