import { countWords } from "@longhand/template";
import { readableTemplate } from "../../lib/plain-template.ts";
import type { DraftVersion, Session, SkeletonVersion } from "../../lib/wire.ts";

/** The versions of a draft with the current one last. */
export function draftVersions(session: Session | null): readonly DraftVersion[] {
  if (session === null || session.draftVersion === null) return [];
  const current: DraftVersion = {
    version: session.draftVersion,
    createdAt: session.updatedAt,
    author: session.draftAuthor ?? "user",
    runId: null,
    restoredFrom: null,
    frameworkVersion: session.frameworkVersion,
    subject: session.draftSubject,
    body: session.draftBody,
  };
  return [...(session.draftHistory ?? []), current];
}

export function skeletonVersions(session: Session | null): readonly SkeletonVersion[] {
  if (session === null || session.frameworkVersion === null) return [];
  return [
    ...(session.skeletonHistory ?? []),
    {
      version: session.frameworkVersion,
      createdAt: session.updatedAt,
      author: session.skeletonAuthor ?? "user",
      runId: null,
      restoredFrom: null,
      skeleton: session.skeleton,
    },
  ];
}

/** Saves of one person within this time of each other are one entry. */
const togetherMs = 5 * 60_000;

/** Newest first; a person's saves in close succession, with nothing of Longhand's between, are one group. */
export function groupVersions(versions: readonly DraftVersion[]): readonly (readonly DraftVersion[])[] {
  const groups: DraftVersion[][] = [];
  for (const version of versions.toReversed()) {
    const last = groups.at(-1);
    const later = last?.at(-1);
    const together =
      later !== undefined &&
      later.author === "user" &&
      version.author === "user" &&
      later.restoredFrom === null &&
      version.restoredFrom === null &&
      Date.parse(later.createdAt) - Date.parse(version.createdAt) < togetherMs;
    if (together) last?.push(version);
    else groups.push([version]);
  }
  return groups;
}

/** Words of a version's body; a variable counts as it reads. */
export function wordsOf(version: DraftVersion): number {
  return countWords(readableTemplate(version.body ?? ""));
}
