/** What kept the embedded server from running; each has one remedy, written into the message. */
export type EmbeddedErrorCode =
  | "unsupported_platform"
  | "no_account"
  | "no_permission"
  | "wrong_owner"
  | "wrong_password"
  | "wrong_version"
  | "disk_full"
  | "port_in_use"
  | "still_running"
  | "corrupt"
  | "not_answering"
  | "failed";

/** A start that failed, told as cause and remedy; nothing in the data directory was removed or overwritten. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;
  constructor(code: EmbeddedErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "EmbeddedError";
    this.code = code;
  }
}

interface Sign {
  readonly code: EmbeddedErrorCode;
  readonly shows: RegExp;
  readonly told: (place: string) => string;
}

// In this order: a later line of a log may be the consequence of an earlier, more telling one.
const signs: readonly Sign[] = [
  {
    code: "disk_full",
    shows: /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/,
    told: (place) =>
      `The disk that holds ${place} is full. Free some space (Postgres needs about 100 MB) and start again; stored data is safe.`,
  },
  {
    code: "port_in_use",
    shows: /could not bind|Address already in use/,
    told: () => "The port that Postgres was given was taken by another program. Start again.",
  },
  {
    code: "still_running",
    shows: /lock file "postmaster\.pid" already exists|pre-existing shared memory block/,
    told: (place) =>
      `Another Postgres still holds ${place} and does not answer us. Stop that process (its id is the first line of postmaster.pid there), then start again.`,
  },
  {
    code: "wrong_owner",
    shows: /has wrong ownership/,
    told: (place) =>
      `${place} belongs to another user. Start as that user, or give the directory to this one with chown -R.`,
  },
  {
    code: "no_permission",
    shows:
      /has invalid permissions|[Pp]ermission denied|Read-only file system|Operation not permitted|EACCES|EPERM|EROFS/,
    told: (place) =>
      `No permission to use ${place}. Make it writable for this user (and every folder above it enterable), or choose another DATA_DIR.`,
  },
  {
    code: "corrupt",
    shows:
      /invalid checkpoint|could not locate a valid checkpoint|could not (open|read|find) .*(pg_control|global|pg_wal|base|PG_VERSION|pg_filenode|postgresql\.conf|pg_hba\.conf)|database system is in an unexpected state|incorrect checksum|is not a database cluster directory|PANIC:/,
    told: (place) =>
      `The database in ${place} is damaged and was left as it is. Restore that folder from a backup, or move it aside to begin with an empty database.`,
  },
];

/** The cause that a log or an error text shows, as an error with its remedy. `place` is the directory the reader should look at. */
export function explainFailure(text: string, place: string, cause?: unknown): EmbeddedError {
  const sign = signs.find(({ shows }) => shows.test(text));
  const code = sign?.code ?? "failed";
  const told =
    sign?.told(place) ??
    `The embedded Postgres in ${place} did not start. Its last words are below; DATABASE_URL can name another server.`;
  const words = lastLines(text, 20);
  return new EmbeddedError(code, words === "" ? told : `${told}\n${words}`, cause);
}

/** The last `count` lines of a text that say something. */
export function lastLines(text: string, count: number): string {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-count)
    .join("\n");
}
