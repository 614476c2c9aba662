import type { z } from "zod";
import type { Issue } from "./errors.ts";

/** What zod refused, as pointers and sentences. Unknown keys are named one by one. */
export function toIssues(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: pointer([...issue.path, key]), message: "is not a known field" }));
    }
    return [{ path: pointer(issue.path), message: issue.message }];
  });
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
