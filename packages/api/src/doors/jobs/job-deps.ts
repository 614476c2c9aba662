import type { Inngest } from "inngest";
import type { ModelChain } from "@longhand/writer/models";
import type { Hub } from "../../base/hub.ts";
import type { SystemContext } from "../../verbs/runs/system-context.ts";

/** What the jobs are given. */
export interface JobDeps {
  readonly inngest: Inngest.Any;
  readonly base: SystemContext;
  readonly hub: Hub;
  readonly models: ModelChain;
  /** Aborted when this process can wait for its steps no longer; they are run again elsewhere. */
  readonly shutdown?: AbortSignal | undefined;
  /** Told of each failed step, for the log: the executor is told the sentence only. */
  readonly onError?:
    | ((error: unknown, about: { readonly runId: string; readonly step: string; readonly attempt: number }) => void)
    | undefined;
}
