import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { compiled } from "./compile.mjs";
import { ROOT } from "./project.mjs";
import { Sentence, say } from "./say.mjs";

const READY_TIMEOUT_MS = 120_000;

/**
 * Starts the server and waits until it answers everything. The promise `ended` gives its exit code.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ ended: Promise<number> }>}
 */
export async function startServer(lifetime, env) {
  // Painting waits for the rasteriser in these threads; files and addresses must not wait behind it.
  const withThreads = { UV_THREADPOOL_SIZE: String(availableParallelism() + 8), ...env };
  const options = { env: withThreads, cwd: ROOT, execArgv: ["--enable-source-maps"] };
  const child = lifetime.fork(compiled("serve"), options);
  const ended = new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
  await new Promise((done, fail) => {
    const late = () => {
      child.kill("SIGKILL");
      fail(new Sentence(`The server did not answer within ${READY_TIMEOUT_MS / 1000} seconds.`));
    };
    const timer = setTimeout(late, READY_TIMEOUT_MS);
    child.once("message", () => {
      clearTimeout(timer);
      done(undefined);
    });
    ended.then(() => {
      clearTimeout(timer);
      fail(new Sentence("The server ended before it answered; its last line says why."));
    });
  });
  return { ended };
}

/** A server that keeps falling over is started again after a pause that doubles, from the first to the longest. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran for so long has recovered. */
const RECOVERED_MS = 60_000;

/** @type {{ now: () => number, pause: (ms: number) => Promise<unknown> }} */
const REAL_TIME = {
  now: () => performance.now(),
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
};

/**
 * Starts the server and starts it again whenever it falls over, such as when a picture brings its process down. What
 * fails at its first start is given up with its reason; what has answered once is never given up.
 * The promise `ended` gives the exit code when it was stopped.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ ended: Promise<number> }>}
 */
export async function superviseServer(lifetime, env, start = startServer, time = REAL_TIME) {
  const first = await start(lifetime, env);
  return { ended: watch(first.ended) };

  /** @param {Promise<number>} running */
  async function watch(running) {
    let current = running;
    let pauseMs = FIRST_PAUSE_MS;
    for (;;) {
      const readyAt = time.now();
      const code = await current;
      if (code === 0 || lifetime.isEnding()) return code;
      if (time.now() - readyAt >= RECOVERED_MS) pauseMs = FIRST_PAUSE_MS;
      say(`The server fell over; starting it again in ${pauseMs / 1000} s. Its last lines say why.`);
      await time.pause(pauseMs);
      if (lifetime.isEnding()) return code;
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      try {
        current = (await start(lifetime, env)).ended;
      } catch {
        current = Promise.resolve(1);
      }
    }
  }
}

/** Throws a sentence when something listens on the port already. @param {number} port @param {string} [host] */
export async function refuseTakenPort(port, host) {
  const free = await new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, host, () => probe.close(() => done(true)));
  });
  if (!free) {
    throw new Sentence(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  }
}
