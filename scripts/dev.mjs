// npm run dev: like npm start, with pages and pictures that follow the sources while they change.
import "./lib/check-node.mjs";
import { provideDatabase, seedDemo, wantsDemo } from "./lib/database.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { loadSettings, prepare } from "./lib/prepare.mjs";
import { dataDir } from "./lib/project.mjs";
import { say, step } from "./lib/say.mjs";
import { refuseTakenPort, startServer } from "./lib/server.mjs";

await withLifetime(
  async (lifetime) => {
    loadSettings();
    await refuseTakenPort(Number(process.env.PORT || 3000), process.env.HOST);
    await prepare(lifetime, { pages: false });
    const env = await provideDatabase(lifetime, { dataDir: dataDir(), nodeEnv: "development" });
    const demo = wantsDemo(env) ? await step("demo", () => seedDemo(lifetime, env)) : null;
    const { ended } = await step("server", () => startServer(lifetime, env));
    say(`\n  Nameplate develops at ${env.NEXTAUTH_URL}`);
    if (demo) say(`  Demo sign-in     ${demo.email}  password ${demo.password}`);
    say("  Restart after a change of scripts/ or of the server's own programs.\n");
    return ended;
  },
  { signalCode: () => 0 },
);
