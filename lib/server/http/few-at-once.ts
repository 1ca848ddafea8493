import { AppError } from "@/lib/errors";
import { processWide } from "../process-registry";

/** Downloads that this process writes at once; each holds a few files and a connection of the database now and then. */
export const MOST_DOWNLOADS = 16;

/** What a download is read from. */
type Parts<T> = Required<Pick<AsyncGenerator<T, void>, "next" | "return">>;

/** Who takes nothing for so long, ms, has gone away without a word, or is so slow that others wait for it. */
const IDLE_MS = 2 * 60_000;

/**
 * The parts of a download that is written while it is read, counted from now until it has ended or nobody reads it any
 * more. @throws AppError `unavailable` where so many are being written already
 */
export function fewAtOnce<T>(begin: () => AsyncGenerator<T, void>, idleMs = IDLE_MS): Parts<T> {
  const writing = processWide("downloads", () => new Set<symbol>());
  if (writing.size >= MOST_DOWNLOADS) {
    throw new AppError(
      "unavailable",
      `${MOST_DOWNLOADS} large files are being downloaded here already. Try again in a minute.`,
    );
  }
  const parts = begin();
  const own = Symbol("download");
  writing.add(own);
  let isIdle = false;
  let timer: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(timer);
    writing.delete(own);
  }
  function leave(): void {
    isIdle = true;
    end();
    void parts.return();
  }
  async function step(asking: Promise<IteratorResult<T, void>>): Promise<IteratorResult<T, void>> {
    clearTimeout(timer);
    try {
      const result = await asking;
      if (result.done) end();
      else timer = setTimeout(leave, idleMs).unref();
      return result;
    } catch (error) {
      end();
      throw error;
    }
  }
  return {
    // A file that was given up must not look as if it were whole.
    next: () => (isIdle ? Promise.reject(new Error("nobody took the download")) : step(parts.next())),
    return: () => step(parts.return()),
  };
}
