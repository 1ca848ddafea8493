import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project.mjs";
import { Sentence, step } from "./say.mjs";
import { sourceHash } from "./source-hash.mjs";
import { readStamp, writeStamp } from "./stamp.mjs";

const GENERATED = join(ROOT, "lib", "server", "generated", "prisma");
const STAMP = join(ROOT, ".data", "stamps", "client");

/**
 * Makes the database client from the schema, when either is new.
 *
 * Prisma insists on its schema engine even where it does not use it, and would fetch it. Where it is not
 * installed, any program may stand in for `generate`. It must not for `migrate`, which would do nothing and say
 * that all is well, so the stand-in is given to this one command alone.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 */
export async function generateClient(lifetime) {
  const wanted = sourceHash([
    "prisma/schema.prisma",
    "prisma/prisma.config.ts",
    "node_modules/prisma/package.json",
  ]);
  if (existsSync(join(GENERATED, "client.ts")) && readStamp(STAMP) === wanted) return;
  const engines = join(ROOT, "node_modules", "@prisma", "engines");
  const hasEngine =
    existsSync(engines) && readdirSync(engines).some((name) => name.startsWith("schema-engine"));
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: "1",
    ...(hasEngine ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }),
  };
  const prisma = join(ROOT, "node_modules", "prisma", "build", "index.js");
  const args = [prisma, "generate", "--no-hints", "--config", join("prisma", "prisma.config.ts")];
  const stdio = /** @type {const} */ (["ignore", "ignore", "inherit"]);
  const code = await step("database client", () =>
    lifetime.run(process.execPath, args, { cwd: ROOT, env, stdio }),
  );
  if (code !== 0) throw new Sentence("The database client could not be generated; Prisma says why above.");
  writeStamp(STAMP, wanted);
}
