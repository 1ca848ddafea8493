// npm run soak: many pictures from one server, whose memory and open files are watched; then that pictures made in
// parts are the pictures made whole. --renders and --documents make it shorter.
import "./lib/check-node.mjs";
import { preparePrograms, provideOwnDatabase, runProgram } from "../bench/programs.mjs";
import { withLifetime } from "./lib/lifetime.mjs";

await withLifetime(async (lifetime) => {
  await preparePrograms(lifetime, ["soak", "picture-server"]);
  return runProgram(lifetime, "soak", process.argv.slice(2), await provideOwnDatabase(lifetime));
});
