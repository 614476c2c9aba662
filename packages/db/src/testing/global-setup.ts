import { holdForRun } from "./test-cluster.ts";

/** For vitest's `globalSetup`: one test cluster for the whole run, given up at its end. */
export default function setup(): Promise<() => Promise<void>> {
  return holdForRun();
}
