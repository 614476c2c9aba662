import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";

const id = "01a20a5f-0405-7003-b88a-ebaaaafc521c";

test("a cursor gives back the place it was made from, to the microsecond", () => {
  const instant = "2026-11-23 21:45:57.462123+00";
  expect(decodeCursor(encodeCursor(instant, id))).toEqual({ instant, id });
});

test.each(["2026-02-31 00:00:00+00", "2026-13-01 00:00:00+00", "tomorrow", "2026-11-23 25:00:00+00", "1"])(
  "a crafted instant such as %s never reaches the database",
  (instant) => {
    expect(() => decodeCursor(encodeCursor(instant, id))).toThrow("The cursor is not one that a list has given out.");
  },
);
