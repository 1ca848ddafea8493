import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project.mjs";
import { Sentence, step } from "./say.mjs";
import { sourceHash } from "./source-hash.mjs";
import { readStamp, writeStamp } from "./stamp.mjs";

const STAMP = join(ROOT, ".data", "stamps", "pages");

const SOURCES = ["app", "components", "lib", "prisma/schema.prisma", "package-lock.json", "tsconfig.json"];
const CONFIGS = ["next.config.ts", "postcss.config.mjs", "proxy.ts"];

/**
 * Builds the pages when a source changed since the last build.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {{ always?: boolean }} [options]
 */
export async function buildPages(lifetime, { always = false } = {}) {
  const wanted = sourceHash([...SOURCES, ...CONFIGS]);
  if (!always && existsSync(join(ROOT, ".next", "BUILD_ID")) && readStamp(STAMP) === wanted) return;
  writeStamp(STAMP, "");
  const next = join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const code = await step("pages", () => lifetime.run(process.execPath, [next, "build"], { cwd: ROOT, env }));
  if (code !== 0) throw new Sentence("The pages could not be built; the reason stands above.");
  writeStamp(STAMP, wanted);
}
