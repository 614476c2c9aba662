import { z } from "zod";

const cursor = z
  .string()
  .refine((text) => /^\d{1,15}$/.test(text), "must be a whole number, 0 or more")
  .transform(Number)
  .optional()
  .meta({ description: "The last sequence number already seen.", override: { type: "integer", minimum: 0 } });

export const StreamQuery = z.strictObject({ after: cursor });

/** The same for a run's stream, which its own token may open. */
export const RunStreamQuery = z.strictObject({
  after: cursor,
  token: z.string().max(4000).optional().meta({ description: "The run's publicAccessToken, in place of a key." }),
});

/**
 * Where a stream begins. A browser that reconnects repeats the address it was given, so `Last-Event-ID` is the newer of
 * the two; one that is no number of ours says nothing.
 */
export function readAfter(request: Request, query: { readonly after?: number | undefined }): number | undefined {
  const last = request.headers.get("last-event-id")?.trim() ?? "";
  return /^\d{1,15}$/.test(last) ? Number(last) : query.after;
}

/** What a stream looks like, for the reference. */
export const streamExample = `retry: 500

id: 12
event: text.delta
data: {"seq":12,"run_id":"run_01981f425061736891778091a2b3c4d5","step":"llm-1","attempt":1,"created_at":"2026-03-04T09:15:00.000Z","text":"Here is"}

`;
