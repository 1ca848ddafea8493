import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const tests = "{lib,scripts,components,app}/**/*.test.{ts,tsx}";
/** Rooms that only compute: their tests share a process, which loads the fonts once. */
const pureTests = "{lib/{template,paint,link,editor},components}/**/*.test.{ts,tsx}";
const databaseTests = "{lib,scripts,components,app}/**/*.db.test.ts";

export default defineConfig({
  resolve: { alias: { "@": root, "server-only": join(root, "scripts", "empty.mjs") } },
  test: {
    environment: "node",
    // The default leaves one core idle, which on two is half of the machine.
    maxWorkers: "100%",
    setupFiles: [join(root, "scripts/seed-properties.mjs")],
    // No test fails on a clock: only one that hangs ends here.
    testTimeout: 120_000,
    // What passes only the second time is named at the end of the run.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 120_000,
    // What a test does not set itself: no database to reach, nothing written into the project.
    env: {
      DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
      NEXTAUTH_SECRET: "a secret for tests, 32 bytes long",
      LOG_LEVEL: "silent",
    },
    projects: [
      { extends: true, test: { name: "pure", include: [pureTests], isolate: false } },
      { extends: true, test: { name: "unit", include: [tests], exclude: [pureTests, databaseTests] } },
      {
        extends: true,
        test: {
          name: "database",
          include: [databaseTests],
          globalSetup: [join(root, "lib/server/testing/global-setup.ts")],
        },
      },
      // Asks servers that run already: the browser tests start them, and then this.
      ...(process.env.SERVER_SETTINGS
        ? [{ extends: true as const, test: { name: "served", include: ["app/**/*.served.ts"] } }]
        : []),
    ],
  },
});
