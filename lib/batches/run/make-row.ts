import { type Reserved, withCertificate } from "@/lib/certificates/reserve-certificates";
import { AppError } from "@/lib/errors";
import { CompileFailure } from "@/lib/render/engine/quarantine";
import { rowValues } from "@/lib/rows/row-values";
import { log } from "@/lib/server/log";
import { storage } from "@/lib/server/storage";
import { LIMITS } from "@/lib/template/limits";
import { batchFile } from "../batch-file";
import type { FailedRow, Outcome } from "../outcomes";
import type { RunningBatch } from "./running-batch";
import { heldUpBy, StorageAway } from "./wait-in-place";

/**
 * Makes the picture of a row and puts it into storage; made twice, it is the same bytes in the same place. What is wrong
 * with the row is its outcome. `certificate`: its number and address, where rows become certificates. @throws what is wrong with this process or its surroundings, unless it is the last try
 */
export async function makeRow(
  batch: RunningBatch,
  row: number,
  cells: readonly string[],
  { isLast, certificate }: { isLast: boolean; certificate?: Reserved | undefined },
): Promise<Outcome> {
  try {
    const bytes = await paint(batch, cells, certificate);
    if ("c" in bytes) return bytes;
    await keep(batchFile(batch, row, batch.output.format), bytes.picture);
    return { b: bytes.picture.length };
  } catch (error) {
    const known = error instanceof AppError ? error : null;
    const heldUp = heldUpBy(error);
    // Storage is waited for as long as it takes; what else may pass could be the row's own doing in the end.
    if (heldUp && !(heldUp.counts && isLast)) throw error;
    if (known) return { c: known.code, s: known.message };
    log().error({ err: error, batch: batch.id, row }, "a picture of a batch could not be made");
    return error instanceof CompileFailure ? UNPREPARED : UNPAINTED;
  }
}

/** @throws StorageAway */
async function keep(file: string, picture: Uint8Array): Promise<void> {
  try {
    await storage().put(file, picture);
  } catch (error) {
    const heldUp = heldUpBy(error);
    throw heldUp ? new StorageAway(heldUp.wait, error) : error;
  }
}

const UNPREPARED: FailedRow = {
  c: "design",
  s: "The design could not be prepared, so that none of its pictures can be made. Look at its preview in the editor.",
};
const UNPAINTED: FailedRow = {
  c: "internal",
  s: "The picture could not be painted. Try the failed rows again; if it goes on, change what stands in this row or leave it out.",
};
const WITHOUT_PICTURE: FailedRow = {
  c: "picture",
  s: "A picture that this row shows did not load. Check its address, or ask for what stands in for it instead.",
};
const WITHOUT_FONT: FailedRow = {
  c: "font",
  s: "A font of the design cannot be read at the moment. Try the failed rows again.",
};

async function paint(
  { link, maker, mapping, cleanUps, output }: RunningBatch,
  cells: readonly string[],
  certificate: Reserved | undefined,
): Promise<FailedRow | { picture: Uint8Array }> {
  const own = rowValues(cells, link.document.fields, mapping, cleanUps);
  const option = output.certificate;
  const values = option && certificate ? withCertificate(own, option, certificate) : own;
  const long = Object.entries(values).find(([, value]) => value.length > LIMITS.value);
  if (long) {
    const [key, value] = long;
    const [most, has] = [LIMITS.value, value.length].map((count) => count.toLocaleString("en-GB"));
    return { c: "too_long", s: `“${key}” may have ${most} characters at most, and has ${has}. Shorten it.` };
  }
  const { format, size, scale, maxKilobytes } = output;
  const named = await maker.name(link, values, { format, size, scale, kilobytes: maxKilobytes });
  if (named.missing === "font") return WITHOUT_FONT;
  if (named.missing === "picture" && output.missingPictures === "fail") return WITHOUT_PICTURE;
  return { picture: (await named.paint()).bytes };
}
