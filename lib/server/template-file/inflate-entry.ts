import { crc32, createInflateRaw } from "node:zlib";
import { type ArchiveEntry, tooMuch } from "./archive-directory";
import { fileError, shownName } from "./file-error";
import { FILE_LIMITS } from "./file-limits";

/** Bytes inflated of one file so far, whatever became of them. */
export type Meter = { inflated: number };

/** Bytes that come out of the inflater at a time: how far past a limit it can get. */
const CHUNK = 16_384;

/**
 * The bytes of one entry. Stops as soon as more comes out than the archive said, than `limit`, or than is left for
 * the whole file; what came is counted on the meter.
 * @throws AppError `invalid` with a sentence
 */
export async function inflateEntry(
  archive: Uint8Array,
  entry: ArchiveEntry,
  limit: number,
  meter: Meter,
): Promise<Uint8Array<ArrayBuffer>> {
  const { name, inflated, start, packed } = entry;
  if (inflated > limit) {
    throw fileError(`“${shownName(name)}” in the file has ${inflated} bytes; it may have ${limit}.`);
  }
  const bytes = new Uint8Array(inflated);
  let size = 0;
  const take = (part: Uint8Array) => {
    meter.inflated += part.byteLength;
    if (meter.inflated > FILE_LIMITS.inflated) throw tooMuch();
    if (size + part.byteLength > inflated) throw lied(name);
    bytes.set(part, size);
    size += part.byteLength;
  };
  const source = archive.subarray(start, start + packed);
  if (entry.method === "stored") take(source);
  else await inflate(source, name, take);
  if (size !== inflated) throw lied(name);
  if (crc32(bytes) !== entry.crc) {
    throw fileError(`“${shownName(name)}” in the file is damaged: its checksum does not fit.`);
  }
  return bytes;
}

const lied = (name: string) => fileError(`“${shownName(name)}” in the file is not as long as the file says.`);

async function inflate(source: Uint8Array, name: string, take: (part: Uint8Array) => void): Promise<void> {
  const stream = createInflateRaw({ chunkSize: CHUNK });
  stream.end(source);
  const broken = (cause: unknown) =>
    fileError(`“${shownName(name)}” in the file is damaged and cannot be unpacked.`, cause);
  try {
    // Leaving the loop by an error destroys the stream: nothing more is inflated.
    for await (const part of stream) take(part);
  } catch (error) {
    throw isZlibError(error) ? broken(error) : error;
  }
  if (stream.bytesWritten !== source.byteLength) throw broken(undefined);
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
