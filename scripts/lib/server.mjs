import { createServer } from "node:net";
import { availableParallelism, constants } from "node:os";
import { compiled } from "./compile.mjs";
import { ROOT } from "./project.mjs";
import { Sentence, say } from "./say.mjs";

const READY_TIMEOUT_MS = 120_000;

/** As much of what a server said last is remembered, characters. */
const LAST_WORDS = 600;
const LAST_WORDS_MS = 1_000;

/**
 * Starts the server and waits until it answers everything. The promise `ended` gives its exit code, as a shell would:
 * 128 and the number of the signal that ended it. What it says as an error is passed on, and its end remembered.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ ended: Promise<number>, lastWords: () => string }>}
 */
export async function startServer(lifetime, env) {
  // Painting waits for the rasteriser in these threads; files and addresses must not wait behind it.
  const withThreads = { UV_THREADPOOL_SIZE: String(availableParallelism() + 8), ...env };
  const stdio = /** @type {const} */ (["inherit", "inherit", "pipe", "ipc"]);
  const options = { env: withThreads, cwd: ROOT, stdio };
  const child = lifetime.fork(compiled("serve"), options);
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (said) => {
    process.stderr.write(said);
    words = `${words}${said}`.slice(-LAST_WORDS);
  });
  const ended = new Promise((done) =>
    child.once("exit", (code, signal) => {
      const told = code ?? 128 + (constants.signals[signal ?? "SIGKILL"] ?? 0);
      // What it said last is still on its way, and what it started may hold the way open.
      setTimeout(done, LAST_WORDS_MS, told);
      child.once("close", () => done(told));
    }),
  );
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
  return { ended, lastWords: () => words.trim() };
}

/** A server that keeps falling over is started again after a pause that doubles, from the first to the longest. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** One that ran for so long has recovered. */
const RECOVERED_MS = 60_000;

/**
 * @typedef {object} Supervision
 * @property {typeof startServer} start
 * @property {() => number} now  ms
 * @property {(ms: number) => Promise<unknown>} pause
 * @property {(sentence: string, code: number) => void} onFall  told that it fell over, how, and what it said last
 */

/** @type {Supervision} */
const REAL = {
  start: startServer,
  now: () => performance.now(),
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  onFall: (sentence) => say(sentence),
};

/**
 * Starts the server and starts it again whenever it falls over, such as when a picture brings its process down. What
 * fails at its first start is given up with its reason; what has answered once is never given up.
 * The promise `ended` gives the exit code when it was stopped.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {NodeJS.ProcessEnv} env
 * @param {Partial<Supervision>} [options]
 * @returns {Promise<{ ended: Promise<number> }>}
 */
export async function superviseServer(lifetime, env, options = {}) {
  const { start, now, pause, onFall } = { ...REAL, ...options };
  const first = await start(lifetime, env);
  return { ended: watch(first) };

  /** @param {Awaited<ReturnType<typeof startServer>>} running */
  async function watch(running) {
    let current = running;
    let pauseMs = FIRST_PAUSE_MS;
    for (;;) {
      const readyAt = now();
      const code = await current.ended;
      if (code === 0 || lifetime.isEnding()) return code;
      if (now() - readyAt >= RECOVERED_MS) pauseMs = FIRST_PAUSE_MS;
      const words = current.lastWords();
      onFall(
        `The server fell over (code ${code}) and is started again in ${pauseMs / 1000} s. ${words ? `It said last: ${words}` : "It said nothing."}`,
        code,
      );
      await pause(pauseMs);
      if (lifetime.isEnding()) return code;
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      current = await start(lifetime, env).catch((error) => ({
        ended: Promise.resolve(1),
        lastWords: () => String(error),
      }));
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
