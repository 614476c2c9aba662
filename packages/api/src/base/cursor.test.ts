import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";

const id = "01a20a5f-0405-7003-b88a-ebaaaafc521c";

test("a cursor gives back the place it was made from, to the microsecond", () => {
  const instant = "2026-11-23 21:45:57.462123+00";
  expect(decodeCursor(encodeCursor(instant, id))).toEqual({ instant, id });
});

test.each([
  "2026-02-31 00:00:00+00",
  "2026-13-01 00:00:00+00",
  "0000-01-01 00:00:00+00",
  "2026-01-01 00:00:00+16",
  "2026-01-01 00:00:00+99:99",
  "tomorrow",
  "2026-11-23 25:00:00+00",
  "1",
])("a crafted instant such as %s never reaches the database", (instant) => {
  expect(() => decodeCursor(encodeCursor(instant, id))).toThrow("The cursor is not one that a list has given out.");
});

test.each(["-".repeat(36), "1".repeat(36), "01a20a5f-0405-9003-b88a-ebaaaafc521c", ""])(
  "nor does a crafted id such as %s",
  (crafted) => {
    expect(() => decodeCursor(encodeCursor("2026-11-23 21:45:57.462123+00", crafted))).toThrow(
      "The cursor is not one that a list has given out.",
    );
  },
);
