import { ModelCallError } from "@longhand/writer";
import { NonRetriableError, RetryAfterError } from "inngest";
import { expect, test } from "vitest";
import { AppError } from "../../base/errors.ts";
import { toJobError } from "./job-error.ts";

test("a provider's own delay is kept, and a lasting failure says that the model did not answer", () => {
  const { thrown, shown } = toJobError(
    new ModelCallError({ retry: "wait", code: "rate_limited", message: "It is busy.", retryAfterMs: 2_000 }),
    0,
  );
  expect(thrown).toBeInstanceOf(RetryAfterError);
  expect(thrown).toMatchObject({ retryAfter: "2" });
  expect(shown).toEqual({ code: "upstream_failed", message: "It is busy. Try again.", retryable: true });
});

test("what the provider will refuse again is not tried again, and its code is shown", () => {
  const { thrown, shown } = toJobError(
    new ModelCallError({ retry: "stop", code: "context_too_long", message: "Too long." }),
    0,
  );
  expect(thrown).toBeInstanceOf(NonRetriableError);
  expect(shown).toEqual({ code: "context_too_long", message: "Too long.", retryable: false });
});

test("a provider that is out for good stops the run as one that may come back", () => {
  const { thrown, shown } = toJobError(
    new ModelCallError({ retry: "stop", code: "provider_unavailable", message: "It is down." }),
    3,
  );
  expect(thrown).toBeInstanceOf(NonRetriableError);
  expect(shown).toMatchObject({ code: "upstream_failed", retryable: true });
});

test("a situation of the caller's stops the run under its code", () => {
  const { thrown, shown } = toJobError(new AppError("not_found", "Campaign not found"), 0);
  expect(thrown).toBeInstanceOf(NonRetriableError);
  expect(shown).toEqual({ code: "not_found", message: "Campaign not found", retryable: false });
});

test("a lost database is tried again after two seconds, however the driver's error is wrapped", () => {
  const lost = new Error("Failed query", {
    cause: Object.assign(new Error("write CONNECTION_CLOSED"), { code: "CONNECTION_CLOSED" }),
  });
  expect(toJobError(lost, 0).thrown).toMatchObject({ retryAfter: "2" });
});

test("an unknown failure is tried again after 1, 3 and 8 seconds and its own words are not shown", () => {
  for (const [attempt, seconds] of [
    [0, "1"],
    [1, "3"],
    [2, "8"],
    [3, "8"],
  ] as const) {
    const { thrown, shown } = toJobError(new Error("column x of user 17"), attempt);
    expect(thrown).toMatchObject({ retryAfter: seconds });
    expect(shown).toMatchObject({ code: "internal", retryable: true });
    expect(shown.message).not.toContain("17");
  }
});
