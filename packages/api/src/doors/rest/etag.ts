import { createHash } from "node:crypto";
import type { Context } from "../../base/context.ts";
import { AppError } from "../../base/errors.ts";
import { getCampaign } from "../../verbs/campaigns/get-campaign.ts";
import { sessionTag } from "../../verbs/sessions/session-tag.ts";

// An ETag begins with the revision, which If-Match compares; what follows tells one answer of that revision from another.

/** A session's current ETag, by one indexed read. */
export async function sessionEtag(ctx: Context, sessionId: string): Promise<string> {
  const { revision, seq } = await sessionTag(ctx, { sessionId });
  return `"${revision}-${seq}"`;
}

/** A campaign's current ETag: it also moves with its leads, sessions and applied drafts, which the answer counts. */
export async function campaignEtag(ctx: Context, campaignId: string): Promise<string> {
  const found = await getCampaign(ctx, { campaignId });
  const hash = createHash("sha256").update(JSON.stringify(found)).digest("hex").slice(0, 16);
  return `"${found.campaign.revision}-${hash}"`;
}

/** Whether If-None-Match names this ETag, so that the caller's copy is still good. */
export function isFresh(request: Request, etag: string): boolean {
  const header = request.headers.get("if-none-match");
  if (header === null) return false;
  return header.trim() === "*" || tagsOf(header)?.some((tag) => tag.replace(/^W\//, "") === etag) === true;
}

/** A revision that nothing has. */
const noRevision = -1;

/**
 * The revision that If-Match says the caller has seen; undefined without the header and for `*`.
 *
 * @throws {AppError} `invalid_input` for a malformed header; what `current` throws, when several tags are given.
 */
export async function readIfMatch(request: Request, current: () => Promise<string>): Promise<number | undefined> {
  const header = request.headers.get("if-match");
  if (header === null || header.trim() === "*") return undefined;
  const tags = tagsOf(header);
  if (tags === undefined) {
    throw new AppError("invalid_input", `If-Match is malformed. Send the ETag as it came, such as "3-17".`, {
      issues: [{ path: "/if-match", message: "is malformed" }],
    });
  }
  const [only, ...others] = tags.filter((tag) => !tag.startsWith("W/")).map(revisionOf);
  if (others.length === 0) return only ?? noRevision;
  const now = revisionOf(await current());
  return [only, ...others].includes(now) ? now : noRevision;
}

function revisionOf(tag: string): number {
  const digits = /^"(\d{1,9})-/.exec(tag)?.[1];
  return digits === undefined ? noRevision : Number(digits);
}

/** The tags of a list, or undefined when it is none. */
function tagsOf(header: string): string[] | undefined {
  const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`;
  if (!new RegExp(String.raw`^\s*${tag}(?:\s*,\s*${tag})*\s*$`).test(header)) return undefined;
  return header.match(new RegExp(tag, "g")) ?? undefined;
}
