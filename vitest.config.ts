import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname, "server-only": `${import.meta.dirname}/scripts/empty.mjs` } },
  test: { include: ["{lib,scripts,components}/**/*.test.ts"], environment: "node", testTimeout: 30_000 },
});
