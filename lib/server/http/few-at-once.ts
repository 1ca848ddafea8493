import { AppError } from "@/lib/errors";
import { processWide } from "../process-registry";

/** Downloads that this process writes at once; each holds a few files and a connection of the database now and then. */
export const MOST_DOWNLOADS = 16;

/** How many of them are of one workspace, so that none keeps all others from theirs. */
export const MOST_OF_ONE = 4;

/** What a download is read from. */
type Parts<T> = Required<Pick<AsyncGenerator<T, void>, "next" | "return">>;

/** Who takes nothing for so long, ms, has gone away without a word, or is so slow that others wait for it. */
const IDLE_MS = 60_000;

/**
 * The parts of a workspace's download that is written while it is read, counted from now until it has ended or nobody
 * reads it any more, also where nobody ever began to. @throws AppError `unavailable` where so many are being written
 */
export function fewAtOnce<T>(
  workspaceId: string,
  begin: () => AsyncGenerator<T, void>,
  idleMs = IDLE_MS,
): Parts<T> {
  const writing = processWide("downloads", () => new Map<symbol, string>());
  assertRoom(writing, workspaceId);
  const parts = begin();
  const own = Symbol("download");
  writing.set(own, workspaceId);
  let isIdle = false;
  let timer = setTimeout(leave, idleMs).unref();

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

function assertRoom(writing: ReadonlyMap<symbol, string>, workspaceId: string): void {
  if (writing.size >= MOST_DOWNLOADS) {
    throw new AppError(
      "unavailable",
      `${MOST_DOWNLOADS} large files are being downloaded here already. Try again in a minute.`,
    );
  }
  const own = [...writing.values()].filter((each) => each === workspaceId).length;
  if (own >= MOST_OF_ONE) {
    throw new AppError(
      "unavailable",
      `${MOST_OF_ONE} large files of this workspace are being downloaded already. Try again when one of them is here.`,
    );
  }
}
