import { z } from "zod";
import { AppError } from "./errors.ts";
import { Id } from "./ids.ts";

const Place = z.tuple([z.string().min(1).max(64), z.string().min(1).max(64)]);

/** An opaque place in a list ordered by an instant and an id. The instant is Postgres text, since a Date would lose its microseconds. */
export function encodeCursor(instant: string, id: string): string {
  return Buffer.from(JSON.stringify([instant, id])).toString("base64url");
}

/**
 * The place a cursor stands for.
 *
 * @throws {AppError} `invalid_input` for a text that no list has given out.
 */
export function decodeCursor(cursor: string): { readonly instant: string; readonly id: string } {
  try {
    const [instant, id] = Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (!isInstant(instant) || !Id.safeParse(id).success) throw new TypeError("not a place");
    return { instant, id };
  } catch (cause) {
    throw new AppError(
      "invalid_input",
      "The cursor is not one that a list has given out.",
      { issues: [{ path: "/cursor", message: "is malformed" }] },
      cause,
    );
  }
}

/** An instant as Postgres writes it: a day that the calendar has, in a year after 0, less than 16 hours from UTC. */
function isInstant(text: string): boolean {
  const match =
    /^((?!0000)\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d)?$/.exec(text);
  const day = new Date(`${match?.[1]}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === match?.[1];
}
