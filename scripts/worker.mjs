// npm run worker: makes batches beside the servers of other machines. It takes the same DATABASE_URL, NEXTAUTH_SECRET
// and files (DATA_DIR) as they do.
import "./lib/check-node.mjs";
import { availableParallelism } from "node:os";
import { compiled } from "./lib/compile.mjs";
import { provideDatabase } from "./lib/database.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { loadSettings, prepare } from "./lib/prepare.mjs";
import { dataDir } from "./lib/project.mjs";
import { say } from "./lib/say.mjs";

await withLifetime(
  async (lifetime) => {
    loadSettings();
    await prepare(lifetime, { pages: false });
    const env = await provideDatabase(lifetime, { dataDir: dataDir(), nodeEnv: "production" });
    say("\n  Making batches. Stop with Ctrl-C.\n");
    const withThreads = { UV_THREADPOOL_SIZE: String(availableParallelism() + 8), ...env };
    const args = [compiled("worker"), ...process.argv.slice(2)];
    return lifetime.run(process.execPath, args, { env: withThreads });
  },
  { signalCode: () => 0 },
);
