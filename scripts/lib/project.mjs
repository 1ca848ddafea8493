import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Where compiled programs lie: made from sources, so beside them, whatever DATA_DIR says. */
export const BUILD_DIR = join(ROOT, ".data", "build");

/** One start at a time installs and builds. */
export const BUILD_LOCK = join(ROOT, ".data", "build-lock");

/** The folder of run data. */
export function dataDir() {
  return resolve(ROOT, process.env.DATA_DIR || ".data");
}
