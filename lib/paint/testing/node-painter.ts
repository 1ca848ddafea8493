import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createPainter, type Painter } from "../painter";
import { satoriNode } from "../satori-node";

const PUBLIC = join(import.meta.dirname, "../../../public");

/** A font file of this checkout, by its path under the public folder. */
export function loadFontFile(file: string): Promise<Uint8Array> {
  return readFile(join(PUBLIC, file));
}

/** The painter as the server has it, over the fonts of this checkout. */
export async function nodePainter(): Promise<Painter> {
  return createPainter({ loadFont: loadFontFile, satori: await satoriNode() });
}
