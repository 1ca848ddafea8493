const TICK_MS = 10_000;

// A closed terminal must not end a process that still has to stop others.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

/** Prints a line. @param {string} [line] */
export function say(line = "") {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs a step and prints its name, a sign of life while it lasts, and how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  say(`  ${name} ...`);
  const tick = setInterval(() => say(`  ${name} ... ${Math.round(Number(seconds()))} s`), TICK_MS);
  try {
    const result = await work();
    say(`  ${name}: ${seconds()} s`);
    return result;
  } finally {
    clearInterval(tick);
  }
}

/** A failure that is told as its sentence alone, without a stack. */
export class Sentence extends Error {}

/** Prints why a command failed. @param {unknown} error */
export function sayFailure(error) {
  const known = error instanceof Sentence || (error instanceof Error && error.name === "AppError");
  const text =
    error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`\n${text}\n`);
}
