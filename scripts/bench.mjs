// npm run bench: pictures against the peers, the server under load, a drag in the editor, a long list, batches. `pictures`,
// `http`, `editor`, `rows` or `batches` runs a part; what follows goes to it, such as --rounds 10.
import "./lib/check-node.mjs";
import { preparePrograms, provideOwnDatabase, provideServer, runProgram } from "../bench/programs.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { Sentence } from "./lib/say.mjs";

/** Parts, and the programs of each. */
const PARTS = {
  pictures: ["pictures"],
  http: ["http", "picture-server", "bare-server"],
  editor: ["editor"],
  rows: ["rows"],
  batches: ["batches", "picture-server"],
};
const [first = "", ...others] = process.argv.slice(2);
const named = first !== "" && !first.startsWith("-");
const args = named ? others : process.argv.slice(2);

await withLifetime(async (lifetime) => {
  const parts = named ? [first] : Object.keys(PARTS);
  if (named && !(first in PARTS)) {
    throw new Sentence(`There is no part "${first}". There are: ${Object.keys(PARTS).join(", ")}.`);
  }
  await preparePrograms(
    lifetime,
    parts.flatMap((part) => PARTS[part]),
  );
  for (const part of parts) {
    const env = await settingsOf(part, lifetime);
    const code = await runProgram(lifetime, part, args, env);
    if (code !== 0) return code;
  }
  return 0;
});

/** @param {string} part @param {import("./lib/lifetime.mjs").Lifetime} lifetime */
function settingsOf(part, lifetime) {
  if (part === "http" || part === "batches") return provideOwnDatabase(lifetime);
  return part === "editor" ? provideServer(lifetime) : process.env;
}
