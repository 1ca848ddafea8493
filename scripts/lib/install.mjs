import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project.mjs";
import { Sentence, say, step } from "./say.mjs";

/**
 * Installs the packages of the lockfile when they are missing or others. npm notes what it installed in
 * node_modules; that is compared, so that an installation made by hand counts as well.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 */
export async function installPackages(lifetime) {
  if (isInstalled()) return;
  say("Installing packages (about 90 MB to fetch, once):");
  const npm = process.env.npm_execpath;
  // `npm ci` refuses a lockfile that does not name every platform's optional packages; `install` takes the locked
  // versions and finds this platform's own. Neither writes anything but node_modules.
  const args = ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const [file, ...rest] = npm?.endsWith("js") ? [process.execPath, npm, ...args] : ["npm", ...args];
  const options = { cwd: ROOT, shell: file === "npm" && process.platform === "win32" };
  const code = await step("npm install", () => lifetime.run(file, rest, options));
  if (code !== 0)
    throw new Sentence("The packages could not be installed; npm says why above. Mend it and try again.");
}

function isInstalled() {
  const noted = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(noted)) return false;
  const wanted = packagesOf(join(ROOT, "package-lock.json"));
  const found = packagesOf(noted);
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || found[path]?.version === entry.version,
  );
}

/** @param {string} lockfile @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}
