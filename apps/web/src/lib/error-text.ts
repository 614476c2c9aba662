import type { AppErrorCode } from "@longhand/api/contract";
import { z } from "zod";

const Shape = z.object({
  data: z.object({
    appCode: z.string().optional(),
    details: z.unknown().optional(),
    requestId: z.string().optional(),
    code: z.string().optional(),
  }),
});

function read(error: unknown): z.infer<typeof Shape>["data"] | undefined {
  const found = Shape.safeParse(error);
  return found.success ? found.data.data : undefined;
}

/** The situation an error of the door names; undefined when the door was not reached. */
export function appCodeOf(error: unknown): AppErrorCode | undefined {
  const data = read(error);
  if (data === undefined) return undefined;
  if (data.appCode !== undefined) return data.appCode as AppErrorCode;
  return data.code === "UNAUTHORIZED" ? "unauthorized" : "internal";
}

/** What the door said beside its sentence. */
export function detailsOf(error: unknown): unknown {
  return read(error)?.details;
}

/** The id to quote when reporting a fault. */
export function requestIdOf(error: unknown): string | undefined {
  return read(error)?.requestId;
}

/** True when the request never got an answer, so trying again later may help. */
export function isDisconnected(error: unknown): boolean {
  const code = appCodeOf(error);
  return code === undefined || code === "unavailable";
}

/** One sentence for a person: what failed, and what to do. */
export function errorText(error: unknown): string {
  const code = appCodeOf(error);
  if (code === undefined) return "Longhand could not be reached. Check your connection and try again.";
  if (code === "internal") return "Something went wrong on the server. Try again.";
  if (code === "unauthorized") return "Your sign-in has expired. Sign in again.";
  return error instanceof Error && error.message !== "" ? error.message : "That did not work. Try again.";
}
