import { defineConfig } from "vitest/config";

/** Every project that needs no browser. The journeys in `apps/web/e2e` have their own runner, `pnpm e2e`. */
export default defineConfig({
  test: {
    projects: [
      "apps/web/vitest.config.{ts,mts}",
      "packages/db/vitest.config.ts",
      "packages/inngest-local/vitest.config.ts",
      ...["template", "writer", "api"].map((name) => node(name, `packages/${name}`)),
      node("scripts", "scripts"),
      ...["server", "cli"].map((name) => node(name, `apps/${name}`)),
    ],
    globalSetup: ["packages/db/src/testing/global-setup.ts"],
    // Two workers on two cores; a third would only make database tests wait for each other.
    maxWorkers: 2,
    reporters: ["default"],
  },
});

function node(name: string, root: string) {
  return {
    test: {
      name,
      root,
      environment: "node" as const,
      include: ["**/*.test.ts"],
      exclude: ["**/node_modules/**", "**/dist/**"],
      testTimeout: 30_000,
      hookTimeout: 120_000,
    },
  };
}
