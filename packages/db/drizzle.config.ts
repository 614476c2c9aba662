// The one place that names where migrations come from; `pnpm --filter @longhand/db generate` writes them.
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./src/schema/*.ts",
  out: "./migrations",
  casing: "snake_case",
});
