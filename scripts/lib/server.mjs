import { createServer } from "node:net";
import { compiled } from "./compile.mjs";
import { ROOT } from "./project.mjs";
import { Sentence } from "./say.mjs";

const READY_TIMEOUT_MS = 120_000;

/**
 * Starts the server and waits until it answers everything. The promise `ended` gives its exit code.
 * @param {import("./lifetime.mjs").Lifetime} lifetime
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ ended: Promise<number> }>}
 */
export async function startServer(lifetime, env) {
  const child = lifetime.fork(compiled("serve"), { env, cwd: ROOT, execArgv: ["--enable-source-maps"] });
  const ended = new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
  await new Promise((done, fail) => {
    const late = () =>
      fail(new Sentence(`The server did not answer within ${READY_TIMEOUT_MS / 1000} seconds.`));
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
