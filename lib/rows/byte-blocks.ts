import { AppError } from "@/lib/errors";
import { LIST_BOUNDS } from "./list-bounds";

const BLOCK = 64 * 1024;

/**
 * The bytes in blocks of one size, so that nothing depends on where a network or a disk cut them. Ends with a sentence
 * where a list is larger than it may be.
 */
export async function* byteBlocks(
  chunks: AsyncIterable<Uint8Array>,
  size: number = BLOCK,
): AsyncGenerator<Uint8Array> {
  let block = new Uint8Array(size);
  let filled = 0;
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > LIST_BOUNDS.bytes) throw tooLarge();
    let at = 0;
    while (at < chunk.length) {
      const taken = chunk.subarray(at, at + size - filled);
      block.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled === size) {
        yield block;
        block = new Uint8Array(size);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

function tooLarge(): AppError {
  return new AppError(
    "too_large",
    `Expected a list of at most ${LIST_BOUNDS.bytes / 1024 / 1024} MB, got more. Leave out columns that no picture needs, or divide the list.`,
  );
}
