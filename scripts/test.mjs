// npm test: types, lint, unit, database and browser tests, added up in the last line. `unit`, `e2e` or `check`
// (types and lint) run a part; what follows goes to the runner of that part.
import "./lib/check-node.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { prepare } from "./lib/prepare.mjs";
import { say } from "./lib/say.mjs";
import { addUp, testBrowser, testLint, testTypes, testUnits } from "./lib/test-steps.mjs";

const [part = "all", ...args] = process.argv.slice(2);

const PARTS = {
  all: ["types", "lint", "units", "browser"],
  check: ["types", "lint"],
  unit: ["units"],
  e2e: ["browser"],
};

let summary = "";
await withLifetime(
  async (lifetime) => {
    const names = PARTS[part];
    if (!names) throw new Error(`There is no part "${part}". Known: ${Object.keys(PARTS).join(", ")}.`);
    await prepare(lifetime, { pages: false });
    const steps = {
      types: () => testTypes(lifetime),
      lint: () => testLint(lifetime),
      units: () => testUnits(lifetime, part === "unit" ? args : []),
      browser: () => testBrowser(lifetime, part === "e2e" ? args : []),
    };
    const { passed, failed, names: broken, again } = await addUp(names.map((name) => steps[name]));
    // Last in a long log, where one looks first.
    summary = [
      ...again.map((name) => `passed only the second time: ${name}`),
      ...broken.map((name) => `failed: ${name}`),
      `${passed} passed, ${failed} failed`,
    ].join("\n");
    return failed === 0 ? 0 : 1;
  },
  { atLast: () => summary && say(summary) },
);
