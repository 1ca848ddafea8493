import { AppError } from "@/lib/errors";
import { processWide } from "../process-registry";

/** Downloads that this process writes at once; each holds a few files and a connection of the database now and then. */
export const MOST_DOWNLOADS = 16;

/** What a download is read from. */
type Parts<T> = Required<Pick<AsyncGenerator<T, void>, "next" | "return">>;

/**
 * The parts of a download that is written while it is read, counted from now until it has ended or nobody reads it any
 * more. @throws AppError `unavailable` where so many are being written already
 */
export function fewAtOnce<T>(begin: () => AsyncGenerator<T, void>): Parts<T> {
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
  return {
    next: () => ended(parts.next()),
    return: () => ended(parts.return(undefined)),
  };
}
