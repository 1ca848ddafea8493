// npm run soak: many pictures from one server, whose memory and open files are watched; then that pictures made in
// parts are the pictures made whole. --renders and --documents make it shorter. `batch` kills the process that makes a batch
// again and again instead; --rows and --kills make that shorter. `requests` sends 300 damaged requests to each operation of
// the REST API, others each time, where the tests send 30 and always the same; `texts` lays out 5,000 texts in each way to
// fit a box, where the tests lay out 500.
import { join } from "node:path";
import "./lib/check-node.mjs";
import { preparePrograms, provideOwnDatabase, runProgram } from "../bench/programs.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { prepare } from "./lib/prepare.mjs";
import { ROOT } from "./lib/project.mjs";

/** @type {Record<string, { test: string[], env: Record<string, string> }>} */
const LONGER = {
  requests: {
    test: ["--project", "database", "app/api/v1/fuzz.db.test.ts"],
    env: { FUZZ_REQUESTS: "300", PROPERTY_SEED: "random" },
  },
  texts: { test: ["--project", "pure", "lib/paint/text-fit.test.ts"], env: { FIT_TEXTS: "5000" } },
};

await withLifetime(async (lifetime) => {
  const [first, ...others] = process.argv.slice(2);
  const longer = first === undefined ? undefined : LONGER[first];
  if (longer) return runLonger(lifetime, longer);
  const isBatch = first === "batch";
  const program = isBatch ? "soak-batch" : "soak";
  await preparePrograms(lifetime, isBatch ? [program] : [program, "picture-server"]);
  const args = isBatch ? others : process.argv.slice(2);
  return runProgram(lifetime, program, args, await provideOwnDatabase(lifetime));
});

/**
 * A test with larger numbers than `npm test` gives it.
 * @param {import("./lib/lifetime.mjs").Lifetime} lifetime
 * @param {{ test: string[], env: Record<string, string> }} longer
 */
async function runLonger(lifetime, { test, env }) {
  await prepare(lifetime, { pages: false });
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  return lifetime.run(process.execPath, [vitest, "run", ...test], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
}
