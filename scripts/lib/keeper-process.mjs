// Outlives whoever started it, for a moment: when its standard input ends without a "done", that process was
// killed, and what it had started is stopped here. Programs first, then databases, then temporary folders.
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { processTicket, ticketIsLive } from "../../lib/server/process/process-ticket.mjs";
import { killTree } from "./kill-tree.mjs";

/** Longer than the server's own drain. */
const PATIENCE_MS = 27_000;
const POLL_MS = 20;

/** @type {Map<string, import("./kill-tree.mjs").Tree>} */
const trees = new Map();
/** @type {Map<string, Promise<{ stopUnusedPostgres: (dataDir: string) => Promise<void> }>>} */
const databases = new Map();
const folders = new Set();
const starter = processTicket(process.ppid);
let done = false;

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const told = JSON.parse(line);
  if (told.tree) trees.set(told.tree.ticket, told.tree);
  if (told.ended) trees.delete(told.ended);
  // Loaded at once: by the time it is needed the file may be another build's.
  if (told.database) databases.set(told.database, import(pathToFileURL(told.program).href));
  if (told.folder) folders.add(told.folder);
  if (told.done) done = true;
});
lines.on("close", async () => {
  if (!done) {
    // Its end of the pipe closes a moment before it is gone, and until then it counts as using its database.
    while (ticketIsLive(starter)) await new Promise((wait) => setTimeout(wait, POLL_MS));
    await Promise.all([...trees.values()].map((tree) => killTree(tree, PATIENCE_MS)));
    for (const [dataDir, program] of databases) {
      await program.then(({ stopUnusedPostgres }) => stopUnusedPostgres(dataDir)).catch(() => undefined);
    }
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
  process.exit(0);
});
for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(name, () => undefined);
