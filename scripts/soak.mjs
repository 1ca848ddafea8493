// npm run soak: many pictures from one server, whose memory and open files are watched; then that pictures made in
// parts are the pictures made whole. --renders and --documents make it shorter. `batch` kills the process that makes a batch
// again and again instead; --rows and --kills make that shorter.
import "./lib/check-node.mjs";
import { preparePrograms, provideOwnDatabase, runProgram } from "../bench/programs.mjs";
import { withLifetime } from "./lib/lifetime.mjs";

await withLifetime(async (lifetime) => {
  const [first, ...others] = process.argv.slice(2);
  const isBatch = first === "batch";
  const program = isBatch ? "soak-batch" : "soak";
  await preparePrograms(lifetime, isBatch ? [program] : [program, "picture-server"]);
  const args = isBatch ? others : process.argv.slice(2);
  return runProgram(lifetime, program, args, await provideOwnDatabase(lifetime));
});
