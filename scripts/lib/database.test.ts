import { expect, test } from "vitest";
import { wantsDemo } from "./database.mjs";

test.each([
  [{ NAMEPLATE_MODE: "local" }, false, true],
  [{ NAMEPLATE_MODE: "local" }, true, false],
  [{ NAMEPLATE_MODE: "production" }, false, false],
  [{ NAMEPLATE_MODE: "production", SEED_DEMO: "1" }, true, true],
  [{ NAMEPLATE_MODE: "local", SEED_DEMO: "0" }, false, false],
  [{ NAMEPLATE_MODE: "local", SEED_DEMO: "" }, false, true],
])("the demo, whose password is public: %o, own database %s: %s", (env, given, expected) => {
  expect(wantsDemo(env as unknown as NodeJS.ProcessEnv, given)).toBe(expected);
});
