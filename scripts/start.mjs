// npm start: from a fresh clone to a running server, and everything stopped again at its end.
import "./lib/check-node.mjs";
import { provideDatabase, seedDemo, wantsDemo } from "./lib/database.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { loadSettings, prepare } from "./lib/prepare.mjs";
import { dataDir } from "./lib/project.mjs";
import { say, step } from "./lib/say.mjs";
import { refuseTakenPort, superviseServer } from "./lib/server.mjs";

const SAMPLE_TIMEOUT_MS = 30_000;

// A stop that was asked for is no failure.
await withLifetime(start, { signalCode: () => 0 });

/** @param {import("./lib/lifetime.mjs").Lifetime} lifetime */
async function start(lifetime) {
  loadSettings();
  const port = Number(process.env.PORT || 3000);
  await refuseTakenPort(port, process.env.HOST);
  say("Starting Nameplate:");
  await prepare(lifetime, { pages: false });
  const env = await provideDatabase(lifetime, { dataDir: dataDir(), nodeEnv: "production" });
  const [demo, { ended }] = await Promise.all([
    wantsDemo(env) ? step("demo", () => seedDemo(lifetime, env)) : null,
    prepare(lifetime, { pages: true }).then(() => step("server", () => superviseServer(lifetime, env))),
  ]);

  const address = env.NEXTAUTH_URL;
  say(`\n  Nameplate is ready: ${address}\n`);
  if (demo) {
    await measureSample(`http://${reachable(process.env.HOST)}:${port}${demo.samplePath}`);
    say(`  Demo sign-in     ${demo.email}  password ${demo.password}`);
    say(`  Sample picture   ${address}${demo.samplePath}\n`);
  }
  say("  Stop with Ctrl-C.\n");
  return ended;
}

/** Where this machine reaches what listens on a host. @param {string | undefined} host */
function reachable(host) {
  return !host || host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
}

/** @param {string} url */
async function measureSample(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(SAMPLE_TIMEOUT_MS) });
  await response.arrayBuffer();
  const after = (performance.now() / 1000).toFixed(1);
  const said = response.ok ? "" : ` (status ${response.status})`;
  say(`  First picture    ${after} s after the start${said}`);
}
