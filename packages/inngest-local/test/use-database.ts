import { afterAll, beforeAll } from "vitest";
import { testDatabase, type TestDatabase } from "@longhand/db/testing";

/** A database of the test file's own, made before its first test and dropped after its last. */
export function useDatabase(): { url(): string } {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(async () => {
    await database?.[Symbol.asyncDispose]();
  });
  return {
    url() {
      if (database === undefined) throw new Error("The database exists only while tests run.");
      return database.url;
    },
  };
}
