import { AppError } from "@/lib/errors";
import { processWide } from "../process-registry";

/** Downloads that this process writes at once; each holds a few files and a connection of the database now and then. */
export const MOST_DOWNLOADS = 16;

/**
 * The parts of a download that is written while it is read, counted from now until it has ended or nobody reads it any
 * more. @throws AppError `unavailable` where so many are being written already
 */
export function fewAtOnce<T>(begin: () => AsyncGenerator<T, void>): AsyncGenerator<T, void> {
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
  async function ended(asking: Promise<IteratorResult<T, void>>): Promise<IteratorResult<T, void>> {
    try {
      const step = await asking;
      if (step.done) writing.delete(own);
      return step;
    } catch (error) {
      writing.delete(own);
      throw error;
    }
  }
  const counted: AsyncGenerator<T, void> = {
    next: () => ended(parts.next()),
    return: () => ended(parts.return()),
    throw: (error) => ended(parts.throw(error)),
    [Symbol.asyncIterator]: () => counted,
    [Symbol.asyncDispose]: async () => {
      await counted.return();
    },
  };
  return counted;
}
