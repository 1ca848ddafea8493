// npm run soak: many pictures from one server, whose memory and open files are watched; then that pictures made in
// parts are the pictures made whole. --renders and --documents make it shorter. `batch` kills the process that makes a batch
// again and again instead; --rows and --kills make that shorter. `requests` sends 300 damaged requests to each operation of
// the REST API, others each time, where the tests send 30 and always the same.
import { join } from "node:path";
import "./lib/check-node.mjs";
import { preparePrograms, provideOwnDatabase, runProgram } from "../bench/programs.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { prepare } from "./lib/prepare.mjs";
import { ROOT } from "./lib/project.mjs";

await withLifetime(async (lifetime) => {
  const [first, ...others] = process.argv.slice(2);
  if (first === "requests") return soakRequests(lifetime);
  const isBatch = first === "batch";
  const program = isBatch ? "soak-batch" : "soak";
  await preparePrograms(lifetime, isBatch ? [program] : [program, "picture-server"]);
  const args = isBatch ? others : process.argv.slice(2);
  return runProgram(lifetime, program, args, await provideOwnDatabase(lifetime));
});

/** @param {import("./lib/lifetime.mjs").Lifetime} lifetime */
async function soakRequests(lifetime) {
  await prepare(lifetime, { pages: false });
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  return lifetime.run(
    process.execPath,
    [vitest, "run", "--project", "database", "app/api/v1/fuzz.db.test.ts"],
    {
      cwd: ROOT,
      env: { ...process.env, FUZZ_REQUESTS: "300", PROPERTY_SEED: "random" },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
}
