import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true, routeFileIgnorePattern: "\\.test\\." }),
    react(),
    tailwindcss(),
  ],
  build: {
    target: "es2023",
    // Browsers that know light-dark(); an older target makes the minifier rewrite every colour.
    cssTarget: ["chrome123", "safari17.5", "firefox128"],
    // The content policy knows no data: addresses.
    assetsInlineLimit: 0,
  },
  server: { host: "127.0.0.1", proxy: { "/trpc": server, "/api": server } },
});
