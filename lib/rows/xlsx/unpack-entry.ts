import { createInflateRaw } from "node:zlib";
import { AppError } from "@/lib/errors";
import { damaged } from "./damaged";
import type { ZipEntry } from "./zip-entries";

/**
 * The bytes of a file in a ZIP file, unpacked piece by piece as they are asked for, and no further than `most`: what a
 * file says of its size is not believed.
 */
export async function* unpackEntry(zip: Buffer, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  const packed = zip.subarray(entry.offset, entry.offset + entry.packed);
  if (packed.length < entry.packed) throw damaged("a ZIP file that is cut off");
  if (entry.method === 0) {
    if (packed.length > most) throw tooLarge(most);
    yield packed;
    return;
  }
  if (entry.method !== 8) throw damaged("a ZIP file that is packed in another way");
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  try {
    inflate.end(packed);
    let total = 0;
    for await (const piece of inflate) {
      if (!Buffer.isBuffer(piece)) continue;
      total += piece.length;
      if (total > most) throw tooLarge(most);
      yield piece;
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged("a damaged ZIP file", error);
  } finally {
    inflate.destroy();
  }
}

function tooLarge(most: number): AppError {
  return new AppError(
    "too_large",
    `Expected a spreadsheet that unpacks to at most ${most / 1024 / 1024} MB a part, got more. Save the one sheet as “CSV UTF-8” and try that file.`,
  );
}
