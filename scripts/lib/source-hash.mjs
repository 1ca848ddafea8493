import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project.mjs";

/**
 * One hash of all files under the given paths: names and bytes. Tests and hidden files do not count.
 * @param {string[]} paths relative to the project
 */
export function sourceHash(paths) {
  const hash = createHash("sha256");
  for (const path of paths) add(hash, path);
  return hash.digest("hex");
}

/** @param {import("node:crypto").Hash} hash @param {string} path */
function add(hash, path) {
  const full = join(ROOT, path);
  const found = lstatSync(full, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    for (const name of readdirSync(full).sort()) if (counts(name)) add(hash, `${path}/${name}`);
  } else if (found?.isFile()) {
    hash.update(`${path}\0${found.size}\0`).update(readFileSync(full));
  }
}

/** @param {string} name */
function counts(name) {
  return !name.startsWith(".") && !/\.(test|served)\.tsx?$/.test(name) && name !== "testing";
}
