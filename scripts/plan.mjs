// npm run plan -- <workspace> <free|growth|scale|self-hosted|default>: gives a workspace a plan.
import "./lib/check-node.mjs";
import { compiled } from "./lib/compile.mjs";
import { provideDatabase } from "./lib/database.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { loadSettings, prepare } from "./lib/prepare.mjs";
import { dataDir } from "./lib/project.mjs";

await withLifetime(async (lifetime) => {
  loadSettings();
  await prepare(lifetime, { pages: false });
  const env = await provideDatabase(lifetime, { dataDir: dataDir(), nodeEnv: "production" });
  return lifetime.run(process.execPath, [compiled("plan"), ...process.argv.slice(2)], { env });
});
