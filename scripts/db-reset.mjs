// npm run db:reset: removes the embedded database and the uploaded files. The next start begins anew.
import "./lib/check-node.mjs";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiled } from "./lib/compile.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { loadSettings, prepare } from "./lib/prepare.mjs";
import { dataDir } from "./lib/project.mjs";
import { Sentence, say } from "./lib/say.mjs";

await withLifetime(async (lifetime) => {
  loadSettings();
  if (process.env.DATABASE_URL) {
    throw new Sentence(
      "DATABASE_URL is set, and this removes the embedded database only. Empty yours with its own tools.",
    );
  }
  const folder = dataDir();
  if (existsSync(join(folder, "postgres"))) {
    await prepare(lifetime, { pages: false });
    const { removePostgres } = await import(pathToFileURL(compiled("postgres")).href);
    await removePostgres(folder);
  }
  rmSync(join(folder, "storage"), { recursive: true, force: true });
  say(`The database and the files in ${folder} are removed. The next start makes new ones.`);
  return 0;
});
