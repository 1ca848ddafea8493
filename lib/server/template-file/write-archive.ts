import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

export type FileToPack = {
  /** Its name in the archive. */
  name: string;
  bytes: Uint8Array;
  /** Whether packing makes it smaller: text, not pictures. */
  isText: boolean;
};

/**
 * A ZIP archive of the files, in parts: no more than one file is held at a time. `date` stands at each of them, so
 * that the same files give the same bytes.
 */
export async function* writeArchive(
  files: AsyncIterable<FileToPack>,
  date: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  let failure: unknown = null;
  const zip = new Zip((error, part) => {
    if (error) failure = error;
    else ready.push(new Uint8Array(part));
  });
  function* take() {
    if (failure !== null) throw failure;
    yield* ready.splice(0);
  }
  for await (const { name, bytes, isText } of files) {
    const file = isText ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    file.mtime = date;
    zip.add(file);
    file.push(bytes, true);
    yield* take();
  }
  zip.end();
  yield* take();
}
