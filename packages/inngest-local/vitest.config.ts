import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "inngest-local",
    globalSetup: ["../db/src/testing/global-setup.ts"],
    // Scenarios wait for real timers of a second, and share two cores with other packages' tests.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
