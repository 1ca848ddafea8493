import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { log } from "@/lib/server/log";
import { storage } from "@/lib/server/storage";
import { batchFile } from "../batch-file";
import { isMade } from "../outcomes";
import { eachResult, type ResultsOf } from "./each-result";

/**
 * All pictures that are made, as one ZIP file of any size, written while it is read: one picture in memory at a time, and
 * none is read before the one before has left. Who stops reading stops it.
 */
export async function* resultsZip(results: ResultsOf): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const zip = new ZipFile();
  const out = zip.outputStream.pipe(new PassThrough({ highWaterMark: 256 * 1024 }));
  zip.on("error", (error: Error) => out.destroy(error));
  const fed = feed(results, zip, out).catch((error) => {
    log().error({ err: error, batch: results.item.id }, "a batch could not be packed");
    out.destroy(error);
  });
  try {
    for await (const chunk of out) yield new Uint8Array(chunk);
  } finally {
    out.destroy();
    await fed;
  }
}

async function feed({ item, workspaceId }: ResultsOf, zip: ZipFile, out: PassThrough): Promise<void> {
  const gone = once(out, "close").catch(() => undefined);
  // Not compressed: pictures are already.
  const options = { compress: false, mtime: item.startedAt ?? item.createdAt };
  for await (const { row, outcome, fileName } of eachResult({ item, workspaceId })) {
    if (out.destroyed) return;
    if (!isMade(outcome) || fileName === null) continue;
    const file = batchFile({ id: item.id, workspaceId }, row, item.output.format);
    if (!(await storage().has(file))) continue;
    const packed = new Promise<void>((done) => {
      // What the ZIP file remembers of each entry until its end must not hold the picture.
      zip.addReadStreamLazy(fileName, options, (take) => {
        storage()
          .get(file)
          .then((bytes) => take(null, Readable.from([bytes]).once("close", done)))
          .catch((error) => out.destroy(error));
      });
    });
    await Promise.race([packed, gone]);
  }
  zip.end();
}
