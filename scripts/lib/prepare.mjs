import { existsSync } from "node:fs";
import { join } from "node:path";
import { withFolderLock } from "../../lib/server/process/folder-lock.mjs";
import { buildPages } from "./build-pages.mjs";
import { compileEntries } from "./compile.mjs";
import { generateClient } from "./generate-client.mjs";
import { installPackages } from "./install.mjs";
import { BUILD_LOCK, ROOT } from "./project.mjs";
import { say } from "./say.mjs";

/** A first build on a slow machine and line. */
const LOCK_TIMEOUT_MS = 20 * 60_000;

/**
 * Brings the project to where it can run: packages, database client, compiled programs and, with `pages`, the
 * pages. Each only when it is stale, and by one command at a time.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {{ pages: boolean, always?: boolean }} options
 */
export async function prepare(lifetime, { pages, always = false }) {
  const onWait = (holder) => say(`  waiting for process ${holder}, which is building too ...`);
  await withFolderLock(
    BUILD_LOCK,
    async () => {
      await installPackages(lifetime);
      await generateClient(lifetime);
      await compileEntries();
      if (pages) await buildPages(lifetime, { always });
    },
    { timeoutMs: LOCK_TIMEOUT_MS, onWait },
  );
}

/** Takes settings from a file named .env in the project; what is set already stays. */
export function loadSettings() {
  const file = join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
